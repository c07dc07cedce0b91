package com.aisle.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The migrations that this module was built with (infra/clickhouse), in the order of their numbers.
 */
final class MigrationFiles {

  private static final String FOLDER = "migrations";

  private MigrationFiles() {}

  static List<Migration> all() {
    URL folder = MigrationFiles.class.getResource(FOLDER);
    if (folder == null) {
      throw new IllegalStateException("the warehouse was built without its migrations");
    }
    try {
      return folder.getProtocol().equals("jar")
          ? inJar(folder.toURI())
          : in(Path.of(folder.toURI()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Migration> inJar(URI folder) throws IOException {
    try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
      return in(jar.provider().getPath(folder));
    }
  }

  private static List<Migration> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".sql"))
          .map(MigrationFiles::read)
          .sorted(Comparator.comparingInt(Migration::version))
          .toList();
    }
  }

  private static Migration read(Path file) {
    try {
      return Migration.of(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
