package com.aisle.local.launcher.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Maven module that the local cloud runs.
 *
 * @param folder its folder, relative to the checkout
 * @param product what Maven makes of it, relative to the folder
 * @param sources folders and files, relative to the checkout, that it is made of
 */
record Module(String folder, String product, List<String> sources) {
  private static final String STAMP = "target/built";

  /** Whether a source is newer than the last build, or the product is not there. */
  boolean isStale(Path checkout) {
    try {
      Path stamp = checkout.resolve(folder).resolve(STAMP);
      if (!Files.exists(stamp) || !Files.exists(checkout.resolve(folder).resolve(product))) {
        return true;
      }
      FileTime built = Files.getLastModifiedTime(stamp);
      for (String source : sources) {
        if (isNewer(checkout.resolve(source), built)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isNewer(Path source, FileTime built) throws IOException {
    if (!Files.exists(source)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(source)) {
      return files
          .filter(
              file ->
                  !file.toString().contains("/target/") && !file.toString().contains("/src/test/"))
          .filter(Files::isRegularFile)
          .anyMatch(file -> modified(file).compareTo(built) > 0);
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes that the sources of {@code time} are built. */
  void markBuilt(Path checkout, FileTime time) throws IOException {
    Path stamp = checkout.resolve(folder).resolve(STAMP);
    Files.writeString(stamp, "");
    Files.setLastModifiedTime(stamp, time);
  }
}
