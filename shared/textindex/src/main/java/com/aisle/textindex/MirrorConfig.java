package com.aisle.textindex;

import java.time.Duration;
import java.util.Map;

/**
 * How fresh a mirror is kept. The pointer is looked at when a query comes, as a frozen function has
 * no timers.
 *
 * @param checkAfter a version last checked longer ago is refreshed beside the query
 * @param waitAfter a version last checked longer ago is refreshed before the query
 */
public record MirrorConfig(Duration checkAfter, Duration waitAfter) {

  static final String CHECK_AFTER = "AISLE_INDEX_CHECK_AFTER_MILLIS";
  static final String WAIT_AFTER = "AISLE_INDEX_WAIT_AFTER_MILLIS";

  public MirrorConfig {
    if (checkAfter.isNegative() || waitAfter.compareTo(checkAfter) < 0) {
      throw new IllegalArgumentException(
          "%s (%s) must not be above %s (%s) nor negative"
              .formatted(CHECK_AFTER, checkAfter, WAIT_AFTER, waitAfter));
    }
  }

  /**
   * Reads {@code AISLE_INDEX_CHECK_AFTER_MILLIS} (default 1000) and {@code
   * AISLE_INDEX_WAIT_AFTER_MILLIS} (default 60000).
   */
  public static MirrorConfig from(Map<String, String> env) {
    return new MirrorConfig(millis(env, CHECK_AFTER, 1_000), millis(env, WAIT_AFTER, 60_000));
  }

  private static Duration millis(Map<String, String> env, String key, long byDefault) {
    String value = env.get(key);
    try {
      return Duration.ofMillis(value == null ? byDefault : Long.parseLong(value));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s must be a number of milliseconds, not '%s'".formatted(key, value), e);
    }
  }
}
