package com.aisle.ingest;

import com.aisle.events.ShopCalendar;
import com.aisle.warehouse.WarehouseConfig;
import java.time.Duration;
import java.util.Map;

/**
 * Where messages come from and rows go.
 *
 * @param queueUrl {@code AISLE_WAREHOUSE_QUEUE_URL}: the queue that the function reads; required
 * @param deadLettersUrl {@code AISLE_WAREHOUSE_DEAD_LETTERS_URL}: for its messages that cannot be
 *     read; required
 * @param pseudonymKeySecret {@code AISLE_PSEUDONYM_KEY_SECRET}: name or ARN of the secret with the
 *     key of the pseudonyms; required
 * @param mostRows {@code AISLE_INGEST_BLOCK_ROWS}: rows of one insert, 10000 by default
 * @param longestDelay {@code AISLE_INGEST_RETRY_SECONDS}: messages that failed come again after at
 *     most so many seconds, 30 by default
 * @param calendar {@code AISLE_SHOP_TIMEZONE}
 * @param warehouse {@code AISLE_CLICKHOUSE_…}
 */
record IngestConfig(
    String queueUrl,
    String deadLettersUrl,
    String pseudonymKeySecret,
    int mostRows,
    Duration longestDelay,
    ShopCalendar calendar,
    WarehouseConfig warehouse) {

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException when a key without default is missing or a value is wrong
   */
  static IngestConfig from(Map<String, String> env) {
    return new IngestConfig(
        required(env, "AISLE_WAREHOUSE_QUEUE_URL"),
        required(env, "AISLE_WAREHOUSE_DEAD_LETTERS_URL"),
        required(env, "AISLE_PSEUDONYM_KEY_SECRET"),
        positive(env, "AISLE_INGEST_BLOCK_ROWS", 10_000),
        Duration.ofSeconds(positive(env, "AISLE_INGEST_RETRY_SECONDS", 30)),
        ShopCalendar.from(env),
        WarehouseConfig.from(env));
  }

  private static String required(Map<String, String> env, String key) {
    String value = env.getOrDefault(key, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException("the environment variable " + key + " is not set");
    }
    return value;
  }

  private static int positive(Map<String, String> env, String key, int whenAbsent) {
    String value = env.getOrDefault(key, Integer.toString(whenAbsent));
    if (!value.matches("[1-9][0-9]{0,6}")) {
      throw new IllegalArgumentException(
          "%s must be a whole number above 0, not '%s'".formatted(key, value));
    }
    return Integer.parseInt(value);
  }
}
