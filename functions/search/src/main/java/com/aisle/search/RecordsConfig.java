package com.aisle.search;

import com.aisle.events.ShopCalendar;
import java.time.Duration;
import java.util.Map;

/**
 * Where records of searches go.
 *
 * <ul>
 *   <li>{@code AISLE_WAREHOUSE_QUEUE_URL}: the queue of the warehouse; required
 *   <li>{@code AISLE_PSEUDONYM_KEY_SECRET}: name or ARN of the secret with the key of the
 *       pseudonyms; required
 *   <li>{@code AISLE_SEARCH_RECORDS_MILLIS}: records of searches that follow each other sooner are
 *       sent together, 100 by default
 *   <li>{@code AISLE_SHOP_TIMEZONE}: see {@link ShopCalendar}
 * </ul>
 */
record RecordsConfig(
    String queueUrl, String pseudonymKeySecret, Duration every, ShopCalendar calendar) {

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException when a key without default is missing or a value is wrong
   */
  static RecordsConfig from(Map<String, String> env) {
    return new RecordsConfig(
        required(env, "AISLE_WAREHOUSE_QUEUE_URL"),
        required(env, "AISLE_PSEUDONYM_KEY_SECRET"),
        Duration.ofMillis(milliseconds(env.getOrDefault("AISLE_SEARCH_RECORDS_MILLIS", "100"))),
        ShopCalendar.from(env));
  }

  private static String required(Map<String, String> env, String key) {
    String value = env.getOrDefault(key, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException("the environment variable " + key + " is not set");
    }
    return value;
  }

  private static long milliseconds(String text) {
    if (!text.matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException(
          "AISLE_SEARCH_RECORDS_MILLIS must be a whole number from 0 to 99999, not '%s'"
              .formatted(text));
    }
    return Long.parseLong(text);
  }
}
