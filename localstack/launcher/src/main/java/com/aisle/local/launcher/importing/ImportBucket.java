package com.aisle.local.launcher.importing;

import com.aisle.local.launcher.fetch.Checksum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import tools.jackson.databind.json.JsonMapper;

/** The folders of Aisle's bucket that an import passes through. */
final class ImportBucket {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final S3Client s3;
  private final String bucket;

  ImportBucket(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** Puts the file, and its mapping first, where Aisle looks for them. */
  void upload(ProductFile file) {
    Map<String, String> metadata =
        file.mappingFile()
            .map(mapping -> Map.of("mapping", uploadMapping(mapping)))
            .orElse(Map.of());
    upload(file.name(), file.file(), metadata);
  }

  /** Puts a file into the folder of import files, perhaps deeper, under this name. */
  void upload(String name, Path file, Map<String, String> metadata) {
    new Upload(s3, bucket).put("imports/" + name, file, metadata);
  }

  private String uploadMapping(Path mapping) {
    try {
      String key = "import-mappings/%s.json".formatted(Checksum.of(mapping));
      s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(mapping));
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The report about the import of {@code name}; empty before its first one. */
  Optional<ImportReport> report(String name) {
    return read("import-reports/%s.json".formatted(name))
        .map(text -> JSON.readValue(text, ImportReport.class));
  }

  /** The numbers of the lines that these files of rejected lines hold. */
  Set<Long> rejectedLines(List<String> keys) {
    Set<Long> numbers = new HashSet<>();
    for (String key : keys) {
      read(key)
          .orElse("")
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> numbers.add(JSON.readTree(line).path("line").asLong()));
    }
    return numbers;
  }

  private Optional<String> read(String key) {
    try {
      byte[] bytes = s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArray();
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Bytes of the file on disk, for a message. */
  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
