package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.Home;
import com.aisle.local.launcher.LauncherException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The cloud that a launcher in the background runs, seen from a command. */
record RunningCloud(Home home) {
  private static final long LONGEST_STOP_SECONDS = 60;

  /** The state of the launcher, empty if none runs. */
  Optional<CloudState> state() {
    return CloudState.read(home).filter(state -> process(state).isPresent());
  }

  /** The state of a cloud that is up; throws otherwise. */
  CloudState require() {
    return state()
        .filter(state -> state.phase() == CloudState.Phase.UP)
        .orElseThrow(
            () ->
                new LauncherException(
                    "the local cloud is not running. Start it with: ./aisle up (or ./aisle demo)"));
  }

  /**
   * The launcher's process: the number may belong to another program by now, so its command line is
   * looked at.
   */
  private Optional<ProcessHandle> process(CloudState state) {
    return ProcessHandle.of(state.pid())
        .filter(found -> found.isAlive() && found.pid() != ProcessHandle.current().pid())
        .filter(
            process ->
                process.info().commandLine().orElse("").contains(SuperviseCommand.marker(home)));
  }

  /** Stops it and waits until it has gone; false if there was none. */
  boolean stop() {
    Optional<ProcessHandle> process = state().flatMap(this::process);
    if (process.isEmpty()) {
      return false;
    }
    process.get().destroy();
    try {
      process.get().onExit().get(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.get().destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    CloudState.clear(home);
    return true;
  }
}
