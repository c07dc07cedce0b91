package com.aisle.local.launcher.clickhouse;

import com.aisle.local.launcher.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the engine reads at its start, written anew each time. */
final class ServerFiles {
  private ServerFiles() {}

  /** Writes the files into {@code data} and returns the configuration. */
  static Path write(Path data, String user, String password) throws IOException {
    Files.createDirectories(data);
    // `system` is in memory here: the left-over directory of a log table makes SYSTEM FLUSH LOGS
    // hang.
    deleteTree(data.resolve("data/system"));
    Files.writeString(
        data.resolve("users.xml"),
        Resources.text("clickhouse/users.xml").replace("USER", user).replace("PASSWORD", password));
    Files.writeString(data.resolve("boot.sql"), "SYSTEM START LISTEN HTTP;");
    return Files.writeString(
        data.resolve("config.xml"),
        Resources.text("clickhouse/config.xml").replace("DATA_FOLDER", data.toString()));
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
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
