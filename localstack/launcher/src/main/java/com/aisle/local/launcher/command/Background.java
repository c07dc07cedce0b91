package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.Home;
import com.aisle.local.launcher.LauncherException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts the launcher in the background and follows it until the cloud is up. */
final class Background {
  private static final int STEP_MILLIS = 100;

  private final Workspace workspace;
  private final Home home;
  private final Path log;

  Background(Workspace workspace) {
    this.workspace = workspace;
    this.home = workspace.home();
    this.log = home.log("launcher");
  }

  /**
   * Returns the state of the cloud once it is up; throws with the launcher's reason if it fails.
   */
  CloudState start() {
    try {
      long shown = Files.exists(log) ? Files.size(log) : 0;
      Process process =
          new ProcessBuilder(command())
              .directory(workspace.checkout().toFile())
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      boolean ended = false;
      while (true) {
        shown = show(shown);
        Optional<CloudState> state =
            CloudState.read(home).filter(found -> found.pid() == process.pid());
        if (state.isPresent() && state.get().phase() != CloudState.Phase.STARTING) {
          return upOrThrow(state.get());
        }
        if (ended) {
          throw new LauncherException(
              "the launcher ended with status %d. Its log is %s"
                  .formatted(process.exitValue(), log));
        }
        ended = process.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted; the launcher goes on in the background", e);
    }
  }

  private static CloudState upOrThrow(CloudState state) {
    if (state.phase() == CloudState.Phase.FAILED) {
      throw new LauncherException(state.message());
    }
    return state;
  }

  private List<String> command() {
    // Ctrl-C in this terminal or closing it must not reach the launcher.
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // First of all, because the system shows the first 4096 characters of a command line only.
    command.add(SuperviseCommand.marker(home));
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Daisle.checkout=" + workspace.checkout());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), SuperviseCommand.NAME));
    return command;
  }

  /** Copies what the launcher has written since position {@code from}; returns the new position. */
  private long show(long from) throws IOException {
    byte[] text = LogFile.readFrom(log, from);
    System.out.write(text, 0, text.length);
    System.out.flush();
    return from + text.length;
  }
}
