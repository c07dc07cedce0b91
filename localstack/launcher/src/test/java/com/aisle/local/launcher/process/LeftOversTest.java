package com.aisle.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.local.launcher.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOversTest {
  @TempDir private Path folder;
  private Home home = new Home(Path.of(""));
  private Process ours;
  private Process foreign;

  @BeforeEach
  void startProcesses() throws Exception {
    home = new Home(folder);
    Path file = Files.createFile(folder.resolve("some-file"));
    ours = new ProcessBuilder("tail", "-f", file.toString()).start();
    foreign = new ProcessBuilder("tail", "-f", "/dev/null").start();
    Files.writeString(home.run().resolve("ours.pid"), ours.pid() + "\n");
    Files.writeString(home.run().resolve("foreign.pid"), foreign.pid() + "\n");
    Files.writeString(home.run().resolve("gone.pid"), "999999999\n");
  }

  @AfterEach
  void endProcesses() {
    ours.destroyForcibly();
    foreign.destroyForcibly();
  }

  @Test
  void stop_endsOnlyProcessesThatNameTheFolder() {
    assertThat(LeftOvers.stop(home)).isEqualTo(List.of("ours"));

    assertThat(ours.isAlive()).isFalse();
    assertThat(foreign.isAlive()).isTrue();
    assertThat(home.run()).isEmptyDirectory();
  }
}
