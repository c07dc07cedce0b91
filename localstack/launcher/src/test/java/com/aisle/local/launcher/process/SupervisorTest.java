package com.aisle.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.local.launcher.Home;
import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.Progress;
import com.aisle.local.launcher.parts.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
  private final List<String> restarted = new CopyOnWriteArrayList<>();

  @Test
  void aDeadPart_isStartedAgainAlone(@TempDir Path folder) {
    Home home = new Home(folder);
    List<Part> parts = List.of(WebServers.part(home, "one"), WebServers.part(home, "two"));
    try (Supervisor supervisor = new Supervisor(home, parts, Progress.silent(), restarted::add)) {
      supervisor.startAll();
      long two = status(supervisor, "two").pid();
      long one = status(supervisor, "one").pid();

      supervisor.kill("one");

      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> restarted.contains("one"));
      assertThat(status(supervisor, "one"))
          .satisfies(
              status -> {
                assertThat(status.pid()).isNotEqualTo(one).isPositive();
                assertThat(status.state()).isEqualTo(PartStatus.State.HEALTHY);
                assertThat(status.restarts()).isEqualTo(1);
              });
      assertThat(status(supervisor, "two").pid()).isEqualTo(two);
    }
  }

  @Test
  void aStoppedPart_staysDownUntilItIsStarted(@TempDir Path folder) {
    Home home = new Home(folder);
    Part part = WebServers.part(home, "one");
    try (Supervisor supervisor =
        new Supervisor(home, List.of(part), Progress.silent(), restarted::add)) {
      supervisor.startAll();

      supervisor.stop("one");

      assertThat(status(supervisor, "one").state()).isEqualTo(PartStatus.State.STOPPED);
      assertThat(part.health().healthy()).isFalse();
      supervisor.start("one");
      assertThat(part.health().healthy()).isTrue();
      assertThat(restarted).isEmpty();
    }
    assertThat(part.health().healthy()).isFalse();
  }

  @Test
  void aPartThatCannotStart_isAnErrorThatNamesTheLogAndStopsTheRest(@TempDir Path folder) {
    Home home = new Home(folder);
    Part good = WebServers.part(home, "good");
    Part bad = new Part("bad", 1, () -> List.of("sh", "-c", "exit 3"), Map.of(), () -> false);
    try (Supervisor supervisor =
        new Supervisor(home, List.of(good, bad), Progress.silent(), restarted::add)) {
      assertThatThrownBy(supervisor::startAll)
          .isInstanceOf(LauncherException.class)
          .hasMessageContaining("bad")
          .hasMessageContaining(home.log("bad").toString());
      assertThat(good.health().healthy()).isFalse();
    }
  }

  private static PartStatus status(Supervisor supervisor, String name) {
    return supervisor.status().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
