package com.aisle.local.launcher.importing;

import com.aisle.local.launcher.LauncherException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of products, one JSON document a line, perhaps packed by gzip.
 *
 * @param mapping file that maps its fields onto Aisle's; null if they are Aisle's own
 */
public record ProductFile(Path file, @Nullable Path mapping) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Throws if a file cannot be read or the name is none that Aisle imports. */
  public ProductFile {
    if (!Files.isRegularFile(file)) {
      throw new LauncherException("there is no file " + file);
    }
    String name = file.getFileName().toString();
    if (!name.endsWith(".jsonl") && !name.endsWith(".jsonl.gz")) {
      throw new LauncherException(
          name + " must end in .jsonl or .jsonl.gz: one JSON document a line");
    }
    if (mapping != null && !Files.isRegularFile(mapping)) {
      throw new LauncherException("there is no mapping file " + mapping);
    }
  }

  String name() {
    return file.getFileName().toString();
  }

  Optional<Path> mappingFile() {
    return Optional.ofNullable(mapping);
  }

  /**
   * The ids of products that can be searched once the file is in, without the lines of these
   * numbers (from 1).
   */
  Set<String> searchableIds(Set<Long> rejectedLines) {
    String idField = idField();
    Set<String> ids = new LinkedHashSet<>();
    try (BufferedReader reader = open()) {
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!rejectedLines.contains(number)) {
          apply(line, idField, ids);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ids;
  }

  private static void apply(String line, String idField, Set<String> ids) {
    JsonNode document;
    try {
      document = JSON.readTree(line);
    } catch (JacksonException e) {
      return;
    }
    JsonNode id = document.at(idField);
    if (!id.isValueNode()) {
      return;
    }
    if (document.path("deleted").asBoolean(false)) {
      ids.remove(id.asString());
    } else {
      ids.add(id.asString());
    }
  }

  private String idField() {
    if (mapping == null) {
      return "/id";
    }
    try {
      return JSON.readTree(Files.readString(mapping))
          .path("fields")
          .path("/id")
          .path("from")
          .asString("/id");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JacksonException e) {
      throw new LauncherException(
          "the mapping file " + mapping + " is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private BufferedReader open() throws IOException {
    return open(file);
  }

  /** The lines of a file that is packed if its name ends in .gz. */
  public static BufferedReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
  }
}
