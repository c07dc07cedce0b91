package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.Home;
import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.LocalCloud;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/**
 * The launcher in the background: starts the cloud, deploys, watches over it until it is told to
 * stop.
 */
@Command(
    name = SuperviseCommand.NAME,
    hidden = true,
    description = "Runs the local cloud in the foreground (used by up).")
final class SuperviseCommand implements Callable<Integer> {
  static final String NAME = "supervise";

  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** A setting that makes the process of the launcher of {@code home} recognisable. */
  static String marker(Home home) {
    return "-Daisle.home=" + home.folder();
  }

  @Override
  public Integer call() throws InterruptedException {
    Workspace workspace = Workspace.current();
    Home home = workspace.home();
    if (workspace.cloud().state().isPresent()) {
      System.out.println("a local cloud is running in " + home.folder() + " already");
      return Main.CANNOT;
    }
    long pid = ProcessHandle.current().pid();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    CloudState.without(pid, CloudState.Phase.STARTING, "").write(home);
    try (LocalCloud cloud = LocalCloud.start(workspace.options())) {
      cloud.deploy(Map.of());
      workspace.progress().report("all", "up");
      watch(cloud, home, pid);
    } catch (LauncherException e) {
      CloudState.without(pid, CloudState.Phase.FAILED, String.valueOf(e.getMessage())).write(home);
      return Main.CANNOT;
    } finally {
      stopped.countDown();
    }
    return 0;
  }

  /** Keeps the state file true once a second until it is time to stop. */
  private void watch(LocalCloud cloud, Home home, long pid) throws InterruptedException {
    @Nullable CloudState written = null;
    do {
      CloudState now =
          new CloudState(
              pid, CloudState.Phase.UP, "", cloud.addresses(), cloud.deployed(), cloud.status());
      if (!now.equals(written)) {
        now.write(home);
        written = now;
      }
    } while (!stopping.await(1, TimeUnit.SECONDS));
  }

  /** Called when the process is asked to end: it may end once the parts have. */
  private void stop() {
    stopping.countDown();
    try {
      if (!stopped.await(50, TimeUnit.SECONDS)) {
        System.err.println("the parts did not stop in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
