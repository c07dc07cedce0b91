package com.aisle.imports;

import java.time.Duration;
import java.util.Map;

/**
 * What the imports function is told by its environment.
 *
 * @param productChangesQueueUrl {@code AISLE_PRODUCT_CHANGES_QUEUE_URL}: where products go; must be
 *     given
 * @param warehouseQueueUrl {@code AISLE_WAREHOUSE_QUEUE_URL}: where order events go; must be given
 * @param importsQueueUrl {@code AISLE_IMPORTS_QUEUE_URL}: the function's own queue, through which
 *     it continues a long file; must be given
 * @param importsDeadLettersUrl {@code AISLE_IMPORTS_DEAD_LETTERS_URL}: where messages go that ask
 *     for nothing that can be done; must be given
 * @param stopBefore {@code AISLE_IMPORTS_STOP_BEFORE_SECONDS}, default 60: how long before the
 *     function's time limit an invocation hands over to the next
 * @param saveEvery {@code AISLE_IMPORTS_SAVE_SECONDS}, default 2: how often checkpoint and report
 *     are written
 */
record ImportsConfig(
    String productChangesQueueUrl,
    String warehouseQueueUrl,
    String importsQueueUrl,
    String importsDeadLettersUrl,
    Duration stopBefore,
    Duration saveEvery) {

  static ImportsConfig from(Map<String, String> environment) {
    return new ImportsConfig(
        required(environment, "AISLE_PRODUCT_CHANGES_QUEUE_URL"),
        required(environment, "AISLE_WAREHOUSE_QUEUE_URL"),
        required(environment, "AISLE_IMPORTS_QUEUE_URL"),
        required(environment, "AISLE_IMPORTS_DEAD_LETTERS_URL"),
        seconds(environment, "AISLE_IMPORTS_STOP_BEFORE_SECONDS", "60"),
        seconds(environment, "AISLE_IMPORTS_SAVE_SECONDS", "2"));
  }

  private static String required(Map<String, String> environment, String key) {
    String value = environment.getOrDefault(key, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException("environment variable " + key + " is not set");
    }
    return value;
  }

  private static Duration seconds(Map<String, String> environment, String key, String fallback) {
    String value = environment.getOrDefault(key, fallback);
    if (!value.matches("[0-9]{1,6}")) {
      throw new IllegalArgumentException(
          "environment variable %s is no number of seconds: %s".formatted(key, value));
    }
    return Duration.ofSeconds(Long.parseLong(value));
  }
}
