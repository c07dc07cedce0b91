package com.aisle.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that holds the whole state of one local cloud: {@code data/} of the stores, {@code
 * log/}, {@code run/} (pid files, ports, lock, state) and {@code env} (addresses for other
 * programs).
 */
public record Home(Path folder) {
  /** Makes the path absolute, so that it is recognisable in the command line of a process. */
  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  /** The data folder of a part; it exists. */
  public Path data(String part) {
    return made(folder.resolve("data").resolve(part));
  }

  /** The folder of all logs; it exists. */
  public Path logs() {
    return made(folder.resolve("log"));
  }

  /** The log file of a part; its folder exists. */
  public Path log(String part) {
    return logs().resolve(part + ".log");
  }

  /** The folder of pid files, ports, lock and state; it exists. */
  public Path run() {
    return made(folder.resolve("run"));
  }

  /** Addresses of the running parts, one {@code KEY=value} a line. */
  public Path environmentFile() {
    return made(folder).resolve("env");
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
