package com.aisle.collect;

import com.aisle.events.ShopCalendar;
import java.time.Duration;
import java.util.Map;

/**
 * Where events go and which are too old.
 *
 * <ul>
 *   <li>{@code AISLE_BEHAVIOUR_TOPIC_ARN}: the topic for good events; required
 *   <li>{@code AISLE_WAREHOUSE_QUEUE_URL}: the queue for refused ones; required
 *   <li>{@code AISLE_PSEUDONYM_KEY_SECRET}: name or ARN of the secret with the key of the
 *       pseudonyms; required
 *   <li>{@code AISLE_OLDEST_EVENT_DAYS}: events from before are refused, 400 by default
 *   <li>{@code AISLE_SHOP_TIMEZONE}: see {@link ShopCalendar}
 * </ul>
 */
record CollectConfig(
    String topicArn,
    String queueUrl,
    String pseudonymKeySecret,
    Duration oldestEvent,
    ShopCalendar calendar) {

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException when a key without default is missing or a value is wrong
   */
  static CollectConfig from(Map<String, String> env) {
    return new CollectConfig(
        required(env, "AISLE_BEHAVIOUR_TOPIC_ARN"),
        required(env, "AISLE_WAREHOUSE_QUEUE_URL"),
        required(env, "AISLE_PSEUDONYM_KEY_SECRET"),
        Duration.ofDays(days(env.getOrDefault("AISLE_OLDEST_EVENT_DAYS", "400"))),
        ShopCalendar.from(env));
  }

  private static String required(Map<String, String> env, String key) {
    String value = env.getOrDefault(key, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException("the environment variable " + key + " is not set");
    }
    return value;
  }

  private static long days(String text) {
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException(
          "AISLE_OLDEST_EVENT_DAYS must be a whole number from 1 to 9999, not '%s'"
              .formatted(text));
    }
    return Long.parseLong(text);
  }
}
