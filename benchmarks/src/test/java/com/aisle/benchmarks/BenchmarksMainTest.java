package com.aisle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchmarksMainTest {
  private final StringWriter errors = new StringWriter();
  private final CommandLine commandLine =
      BenchmarksMain.commandLine().setErr(new PrintWriter(errors, true));

  @Test
  void evalIcecat_withoutData_saysSoInOneLine(@TempDir Path empty) {
    int exit = commandLine.execute("eval", "icecat", "--data", empty.toString());

    assertThat(exit).isEqualTo(2);
    assertThat(errors.toString())
        .isEqualTo("There is no folder %s.%n".formatted(empty.resolve("icecat")));
  }

  @Test
  void benchSearch_withoutAddressOfTheHost_saysWhatToDo() {
    int exit = commandLine.execute("bench", "search", "--host-url", "");

    assertThat(exit).isEqualTo(2);
    assertThat(errors.toString()).containsOnlyOnce("\n").contains("AISLE_HOST_URL");
  }

  @Test
  void benchFreshness_whenNothingAnswers_saysWhatToDo() {
    int exit = commandLine.execute("bench", "freshness", "--url", "http://127.0.0.1:1");

    assertThat(exit).isEqualTo(2);
    assertThat(errors.toString()).containsOnlyOnce("\n").contains("./aisle demo");
  }

  @Test
  void option_outOfRange_saysTheRange() {
    assertThat(commandLine.execute("bench", "freshness", "--changes", "251")).isEqualTo(2);
    assertThat(errors.toString()).contains("--changes must be from 1 to 250, not 251");
  }

  @Test
  void command_unknown_exitsWith2() {
    assertThat(commandLine.execute("bench", "sprint")).isEqualTo(2);
  }
}
