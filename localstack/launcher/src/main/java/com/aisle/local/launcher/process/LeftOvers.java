package com.aisle.local.launcher.process;

import com.aisle.local.launcher.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Children of a launcher that was killed together with their guards. A process is touched only if
 * one of our pid files names it and its command line names our own folder: the number may belong to
 * somebody else by now.
 */
public final class LeftOvers {
  private LeftOvers() {}

  /**
   * Stops them all, waits until they are gone, and returns the names of the parts that they were.
   */
  public static List<String> stop(Home home) {
    try (Stream<Path> files = Files.list(home.run())) {
      return files
          .filter(file -> file.toString().endsWith(".pid"))
          .flatMap(file -> stop(home, file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the process that {@code pidFile} names, if it is ours, and deletes the file. */
  static Optional<String> stop(Home home, Path pidFile) {
    try {
      String text = Files.exists(pidFile) ? Files.readString(pidFile).strip() : "";
      Files.deleteIfExists(pidFile);
      Optional<ProcessHandle> ours =
          text.isEmpty()
              ? Optional.empty()
              : ProcessHandle.of(Long.parseLong(text)).filter(process -> names(process, home));
      ours.ifPresent(LeftOvers::end);
      return ours.map(process -> pidFile.getFileName().toString().replace(".pid", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean names(ProcessHandle process, Home home) {
    return process.pid() != ProcessHandle.current().pid()
        && process.info().commandLine().orElse("").contains(home.folder().toString());
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    CompletableFuture<ProcessHandle> exit = process.onExit();
    try {
      exit.get(10, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
