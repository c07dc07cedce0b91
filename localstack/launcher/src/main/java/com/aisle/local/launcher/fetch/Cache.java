package com.aisle.local.launcher.fetch;

import com.aisle.local.launcher.LauncherException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder of fetched servers and tools, shared by every checkout of a user. An entry is a folder
 * that is complete once it holds a marker file, which is written last; a half-filled entry is
 * removed and filled again. Entries are filled in place because a Python environment cannot be
 * moved. One process fills an entry, others wait for it.
 */
public final class Cache {
  private static final String MARKER = ".complete";
  private static final Map<Path, Object> LOCKS = new ConcurrentHashMap<>();

  private final Path folder;

  /** A cache in {@code folder}, which is made when the first entry is. */
  public Cache(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** The user's cache: {@code $XDG_CACHE_HOME/aisle}, or {@code ~/.cache/aisle}. */
  public static Cache ofUser(Map<String, String> environment) {
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path base = xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
    return new Cache(base.resolve("aisle"));
  }

  /** Where the entries are. */
  public Path folder() {
    return folder;
  }

  /** What puts the content of an entry into its (empty) folder. */
  @FunctionalInterface
  interface Filler {
    void fill(Path entry) throws IOException, InterruptedException;
  }

  /** The folder of the entry {@code key}, filled by {@code filler} if it is not there yet. */
  Path entry(String key, Filler filler) {
    Path entry = folder.resolve(key);
    if (Files.exists(entry.resolve(MARKER))) {
      return entry;
    }
    // A file lock is held by the whole JVM, so its threads need one of their own.
    synchronized (LOCKS.computeIfAbsent(entry, path -> new Object())) {
      try {
        Files.createDirectories(folder);
        fillLocked(entry, filler);
      } catch (IOException e) {
        throw new LauncherException(
            "cannot fetch " + key + " into " + folder + ": " + e.getMessage(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LauncherException("interrupted while fetching " + key, e);
      }
    }
    return entry;
  }

  private void fillLocked(Path entry, Filler filler) throws IOException, InterruptedException {
    Path lockFile = folder.resolve(entry.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!lock.isValid() || Files.exists(entry.resolve(MARKER))) {
        return;
      }
      deleteTree(entry);
      Files.createDirectories(entry);
      filler.fill(entry);
      Files.createFile(entry.resolve(MARKER));
    }
  }

  /** Deletes a folder with all that is in it; does nothing if it is not there. */
  public static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(folder)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
