package com.aisle.search;

import com.aisle.embeddings.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * How the search function searches.
 *
 * <ul>
 *   <li>{@code AISLE_PINECONE_API_KEY_SECRET}: name or ARN of the secret with Pinecone's API key;
 *       required
 *   <li>{@code AISLE_INDEX_PREFIX}: before every key of the index, {@code index/} by default
 *   <li>{@code AISLE_INDEX_FOLDER}: where the index is mirrored, each process in a folder of its
 *       own in there; {@code aisle-index} in the system's temporary folder by default
 *   <li>{@code AISLE_VECTORS_BUDGET_MILLIS}: how long a query may wait for its meaning, embedding
 *       and vector store together, 150 by default
 *   <li>{@code AISLE_VECTORS_NEIGHBOURS}: how many products are asked of the vector store, 500 by
 *       default
 *   <li>{@code AISLE_VECTORS_FAILURES}: after so many failures in a row the vector store is left
 *       alone for a while, 5 by default
 *   <li>{@code AISLE_VECTORS_PAUSE_MILLIS}: for how long, 5000 by default
 *   <li>{@code AISLE_MEANING_WEIGHT_EN}, {@code AISLE_MEANING_WEIGHT_ZH}: weight of meaning against
 *       words for English and Chinese queries, 0 to 1, .45 and .6 by default (measured on icecat
 *       and EcomRetrieval)
 *   <li>{@code AISLE_MEANING_FLOOR_EN}, {@code AISLE_MEANING_FLOOR_ZH}: the cosine from which on a
 *       product is found by its meaning alone, 0 to 1, .4 and .45 by default: unrelated texts are
 *       at .13 and .32 on average
 *   <li>{@code AISLE_QUERY_VECTORS_CACHED}: how many queries' vectors are kept in memory, 2000 by
 *       default (4 MB), 0 for none
 * </ul>
 */
record SearchConfig(
    String pineconeKeySecret,
    String indexPrefix,
    Path indexFolder,
    Duration vectorsBudget,
    int neighbours,
    int failuresBeforePause,
    Duration pause,
    double englishWeight,
    double chineseWeight,
    double englishFloor,
    double chineseFloor,
    int cachedQueryVectors) {

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException when a key without default is missing or a value is wrong
   */
  static SearchConfig from(Map<String, String> env) {
    return new SearchConfig(
        required(env, "AISLE_PINECONE_API_KEY_SECRET"),
        env.getOrDefault("AISLE_INDEX_PREFIX", "index/"),
        Path.of(env.getOrDefault("AISLE_INDEX_FOLDER", temporaryFolder())),
        Duration.ofMillis(integer(env, "AISLE_VECTORS_BUDGET_MILLIS", 150, 1, 10_000)),
        integer(env, "AISLE_VECTORS_NEIGHBOURS", 500, 1, 10_000),
        integer(env, "AISLE_VECTORS_FAILURES", 5, 1, 1_000),
        Duration.ofMillis(integer(env, "AISLE_VECTORS_PAUSE_MILLIS", 5_000, 1, 3_600_000)),
        fraction(env, "AISLE_MEANING_WEIGHT_EN", .45),
        fraction(env, "AISLE_MEANING_WEIGHT_ZH", .6),
        fraction(env, "AISLE_MEANING_FLOOR_EN", .4),
        fraction(env, "AISLE_MEANING_FLOOR_ZH", .45),
        integer(env, "AISLE_QUERY_VECTORS_CACHED", 2_000, 0, 1_000_000));
  }

  SearchConfig withIndexPrefix(String prefix) {
    return new SearchConfig(
        pineconeKeySecret,
        prefix,
        indexFolder,
        vectorsBudget,
        neighbours,
        failuresBeforePause,
        pause,
        englishWeight,
        chineseWeight,
        englishFloor,
        chineseFloor,
        cachedQueryVectors);
  }

  /** The weight of meaning against words, in [0, 1]. */
  double weight(Language language) {
    return switch (language) {
      case ENGLISH -> englishWeight;
      case CHINESE -> chineseWeight;
    };
  }

  /** The cosine from which on a product is found by its meaning alone, in [0, 1]. */
  double floor(Language language) {
    return switch (language) {
      case ENGLISH -> englishFloor;
      case CHINESE -> chineseFloor;
    };
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

  private static int integer(
      Map<String, String> env, String key, int whenAbsent, int minimum, int maximum) {
    String range = "a whole number from %d to %d".formatted(minimum, maximum);
    int value = number(env, key, whenAbsent, Integer::valueOf, range);
    if (value < minimum || value > maximum) {
      throw new IllegalArgumentException("%s must be %s, not %d".formatted(key, range, value));
    }
    return value;
  }

  private static double fraction(Map<String, String> env, String key, double whenAbsent) {
    double value = number(env, key, whenAbsent, Double::valueOf, "a number from 0 to 1");
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("%s must be from 0 to 1, not %s".formatted(key, value));
    }
    return value;
  }

  private static <N extends Number> N number(
      Map<String, String> env, String key, N whenAbsent, Function<String, N> reader, String what) {
    String value = env.get(key);
    try {
      return value == null ? whenAbsent : reader.apply(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("%s must be %s, not '%s'".formatted(key, what, value), e);
    }
  }
}
