package com.aisle.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {
  /** A launcher in small: starts one child, says its process id and never ends by itself. */
  static final class Parent {
    public static void main(String[] arguments) throws InterruptedException {
      Path folder = Path.of(arguments[0]);
      Child child = startIdle(folder);
      System.out.println(child.pid());
      Thread.currentThread().join();
    }
  }

  private static Child startIdle(Path folder) {
    return Child.start(
        "idle",
        List.of("tail", "-f", "/dev/null"),
        Map.of(),
        folder.resolve("log"),
        folder.resolve("pid"));
  }

  @Test
  void child_endsWhenItsLauncherIsKilled(@TempDir Path folder) throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                location(Child.class) + ":" + location(GuardTest.class),
                Parent.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ProcessHandle child =
        ProcessHandle.of(Long.parseLong(parent.inputReader().readLine())).orElseThrow();
    assertThat(child.isAlive()).isTrue();

    parent.destroyForcibly();

    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !child.isAlive());
  }

  @Test
  void stop_endsAChildThatIgnoresTheRequest(@TempDir Path folder) {
    Child child =
        Child.start(
            "stubborn",
            List.of("sh", "-c", "trap '' TERM; while :; do sleep 1; done"),
            Map.of(),
            folder.resolve("log"),
            folder.resolve("pid"));
    ProcessHandle process = ProcessHandle.of(child.pid()).orElseThrow();

    child.stop();

    assertThat(process.isAlive()).isFalse();
    assertThat(folder.resolve("pid")).doesNotExist();
  }

  @Test
  void kill_isSeenAsAnExit(@TempDir Path folder) {
    Child child = startIdle(folder);

    child.kill();

    assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(10));
    assertThat(child.isAlive()).isFalse();
  }

  private static Path location(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
