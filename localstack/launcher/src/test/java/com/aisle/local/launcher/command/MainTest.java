package com.aisle.local.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine main =
      Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo", "up", "down", "status", "logs", "invoke", "import", "deploy", "migrate", "test",
        "forget", "doctor"
      })
  void everyCommand_explainsItself(String command) {
    assertThat(main.execute(command, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: aisle " + command);
  }

  @Test
  void help_namesEveryCommandButTheHiddenOne() {
    assertThat(main.execute("--help")).isZero();
    assertThat(out.toString())
        .contains(
            "demo", "up", "down", "status", "logs", "invoke", "import", "deploy", "migrate", "test",
            "bench", "eval", "doctor")
        .doesNotContain("supervise");
  }

  @Test
  void whatThePersonCanPutRight_isOneLineAndExitCode2() {
    assertThat(main.execute("import", "no-such-file.jsonl")).isEqualTo(2);
    assertThat(err.toString().strip()).isEqualTo("aisle: there is no file no-such-file.jsonl");
  }

  @Test
  void passwordThatIsNotSet_isNamed() {
    assertThat(
            main.execute(
                "migrate", "--url", "http://127.0.0.1:1", "--password-env", "AISLE_TEST_NOT_SET"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("AISLE_TEST_NOT_SET is not set");
  }

  @Test
  void unknownCommand_isExitCode2() {
    assertThat(main.execute("nonsense")).isEqualTo(2);
    assertThat(err.toString()).contains("nonsense");
  }
}
