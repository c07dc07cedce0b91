package com.aisle.textindex;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a published version consists of; an object that never changes.
 *
 * @param format of the index's fields and of this manifest
 * @param lineage within one, a file name stands for one content; a rollback starts a new one
 */
record Manifest(
    int format,
    long generation,
    String lineage,
    Instant publishedAt,
    long products,
    List<ManifestFile> files) {

  static final int FORMAT = 1;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  Manifest {
    files = List.copyOf(files);
  }

  /** Keys sort by generation. */
  String key(String id) {
    return "manifests/%012d-%s.json".formatted(generation, id);
  }

  IndexVersion version(String key) {
    return new IndexVersion(generation, key, products, publishedAt);
  }

  byte[] write() {
    return MAPPER.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws IndexException when it is damaged or of a later format
   */
  static Manifest read(String key, byte[] json) {
    Manifest manifest;
    try {
      manifest = MAPPER.readValue(json, Manifest.class);
    } catch (JacksonException e) {
      throw new IndexException("the manifest " + key + " is damaged", e);
    }
    if (manifest.format != FORMAT) {
      throw new IndexException(
          "the index %s has format %d, this program reads %d"
              .formatted(key, manifest.format, FORMAT),
          null);
    }
    return manifest;
  }
}
