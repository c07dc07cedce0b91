package com.aisle.local.pinecone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deleting folders with all that is in them. */
final class Folders {

  private static final String DYING = ".deleted";

  private Folders() {}

  /** Deletes the folder; when that is cut short, {@link #deleteRemains} finishes it. */
  static void delete(Path folder) throws IOException {
    Path dying = folder.resolveSibling(folder.getFileName() + DYING);
    if (Files.exists(dying)) {
      deleteTree(dying);
    }
    deleteTree(Files.move(folder, dying));
  }

  /** Deletes what an earlier, interrupted deletion left below this folder. */
  static void deleteRemains(Path folder) throws IOException {
    List<Path> remains;
    try (Stream<Path> paths = Files.walk(folder)) {
      remains = paths.filter(path -> path.getFileName().toString().endsWith(DYING)).toList();
    }
    for (Path path : remains) {
      deleteTree(path);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(folder)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
