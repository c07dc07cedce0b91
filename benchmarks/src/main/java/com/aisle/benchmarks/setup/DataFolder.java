package com.aisle.benchmarks.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the data sets that are no part of the repository. */
public final class DataFolder {
  private static final Path NAME = Path.of("shared", "data");

  private DataFolder() {}

  /**
   * The folder of a data set.
   *
   * @param given the folder of all data sets when the caller named one; otherwise {@code
   *     shared/data} is looked for beside {@code start} and beside each folder above it
   * @throws BenchmarkException when the caller named a folder that does not have it
   */
  public static Optional<Path> find(String dataSet, @Nullable Path given, Path start) {
    if (given == null) {
      return search(dataSet, start.toAbsolutePath().normalize());
    }
    Path folder = given.resolve(dataSet);
    if (!Files.isDirectory(folder)) {
      throw new BenchmarkException("There is no folder %s.".formatted(folder));
    }
    return Optional.of(folder);
  }

  private static Optional<Path> search(String dataSet, Path start) {
    for (Path at = start; at != null; at = at.getParent()) {
      Path folder = at.resolve(NAME).resolve(dataSet);
      if (Files.isDirectory(folder)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }
}
