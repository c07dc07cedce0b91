package com.aisle.catalogfunction;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Where the index and the function's queue are, and how long old versions are kept.
 *
 * <ul>
 *   <li>{@code AISLE_CATALOG_WRITES_QUEUE_URL}: the queue that the function reads; required
 *   <li>{@code AISLE_CATALOG_WRITES_DEAD_LETTERS_URL}: for its messages that cannot be read;
 *       required
 *   <li>{@code AISLE_INDEX_PREFIX}: before every key of the index, {@code index/} by default
 *   <li>{@code AISLE_INDEX_FOLDER}: the writer's copy of the index, each process in a folder of its
 *       own in there; {@code aisle-index} in the system's temporary folder by default
 *   <li>{@code AISLE_INDEX_GARBAGE_EVERY}: after so many publications what no reader needs any more
 *       is deleted, 100 by default
 *   <li>{@code AISLE_INDEX_GENERATIONS_KEPT}: the last so many versions are never deleted, 10 by
 *       default
 *   <li>{@code AISLE_INDEX_MINUTES_KEPT}: nor are those that are younger than this, 60 by default;
 *       longer than any reader needs to fetch one version
 * </ul>
 */
record CatalogConfig(
    String queueUrl,
    String deadLettersUrl,
    String indexPrefix,
    Path indexFolder,
    int garbageEvery,
    int generationsKept,
    Duration timeKept) {

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException when a key without default is missing or a value is wrong
   */
  static CatalogConfig from(Map<String, String> env) {
    return new CatalogConfig(
        required(env, "AISLE_CATALOG_WRITES_QUEUE_URL"),
        required(env, "AISLE_CATALOG_WRITES_DEAD_LETTERS_URL"),
        env.getOrDefault("AISLE_INDEX_PREFIX", "index/"),
        Path.of(env.getOrDefault("AISLE_INDEX_FOLDER", temporaryFolder())),
        positive(env, "AISLE_INDEX_GARBAGE_EVERY", 100),
        positive(env, "AISLE_INDEX_GENERATIONS_KEPT", 10),
        Duration.ofMinutes(positive(env, "AISLE_INDEX_MINUTES_KEPT", 60)));
  }

  private static String required(Map<String, String> env, String key) {
    String value = env.getOrDefault(key, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException("the environment variable " + key + " is not set");
    }
    return value;
  }

  private static String temporaryFolder() {
    return Path.of(System.getProperty("java.io.tmpdir"), "aisle-index").toString();
  }

  private static int positive(Map<String, String> env, String key, int whenAbsent) {
    String value = env.get(key);
    try {
      int number = value == null ? whenAbsent : Integer.parseInt(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number out of range.
    }
    throw new IllegalArgumentException(
        "%s must be a whole number above 0, not '%s'".formatted(key, value));
  }
}
