package com.aisle.local.launcher.process;

import com.aisle.local.launcher.LauncherException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running server process under its guard. It ends with this JVM at the latest. */
public final class Child {
  private static final Duration LONGEST_STOP = Duration.ofSeconds(25);
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  private final String name;
  private final Process guard;
  private final long pid;
  private final Path log;
  private final Path pidFile;

  private Child(String name, Process guard, long pid, Path log, Path pidFile) {
    this.name = name;
    this.guard = guard;
    this.pid = pid;
    this.log = log;
    this.pidFile = pidFile;
  }

  /**
   * Starts {@code command}, its output appended to {@code log}, its process id written to {@code
   * pidFile}.
   */
  public static Child start(
      String name, List<String> command, Map<String, String> environment, Path log, Path pidFile) {
    try {
      Files.deleteIfExists(pidFile);
      ProcessBuilder builder = new ProcessBuilder(Guard.of(command));
      builder.environment().putAll(environment);
      builder.environment().put(Guard.PID_FILE, pidFile.toString());
      builder.environment().put("TZ", "UTC");
      File logFile = log.toFile();
      Process guard =
          builder
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile))
              .start();
      return new Child(name, guard, awaitPid(name, guard, pidFile, log), log, pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  private static long awaitPid(String name, Process guard, Path pidFile, Path log)
      throws IOException {
    for (boolean ended = false; ; ended = waitFor(guard, Duration.ofMillis(5))) {
      String text = Files.exists(pidFile) ? Files.readString(pidFile) : "";
      if (text.endsWith("\n")) {
        return Long.parseLong(text.strip());
      }
      if (ended) {
        throw new LauncherException(name + " could not be started. Its log is " + log);
      }
    }
  }

  /** Returns once {@code health} is good; throws if the process ends or two minutes pass before. */
  public void awaitHealthy(Health health) {
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    while (!health.healthy()) {
      if (waitFor(guard, Duration.ofMillis(30))) {
        throw new LauncherException(
            "%s ended with status %d while starting. Its log is %s"
                .formatted(name, guard.exitValue(), log));
      }
      if (System.nanoTime() > deadline) {
        stop();
        throw new LauncherException(
            "%s did not become healthy in %d s. Its log is %s"
                .formatted(name, LONGEST_START.toSeconds(), log));
      }
    }
  }

  /** Process id of the server itself, not of its guard. */
  public long pid() {
    return pid;
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return guard.isAlive();
  }

  /** Completes when the process has ended for whatever reason. */
  public CompletableFuture<Process> onExit() {
    return guard.onExit();
  }

  /** Asks the process to end and waits until it has; after some 20 s it is killed. */
  public void stop() {
    try {
      guard.getOutputStream().close();
    } catch (IOException e) {
      // The guard has gone already, and its child with it.
    }
    if (!waitFor(guard, LONGEST_STOP)) {
      kill();
      guard.destroyForcibly();
    }
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Kills the process as {@code kill -9} does, so that it can save nothing, and waits until it is
   * gone.
   */
  public void kill() {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    waitFor(guard, Duration.ofSeconds(5));
  }

  private static boolean waitFor(Process process, Duration longest) {
    try {
      return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted", e);
    }
  }
}
