package com.aisle.rollups;

import java.time.Duration;
import java.util.Map;

/**
 * How much a run does.
 *
 * <ul>
 *   <li>{@code AISLE_ROLLUPS_SECONDS}: no further days are begun after this; 40 by default, so that
 *       a run is over before the next minute's
 *   <li>{@code AISLE_ROLLUPS_STATEMENT_SECONDS}: the longest that counting one day for one roll-up
 *       may take; 120 by default
 * </ul>
 */
record RollupsConfig(Duration budget, Duration statementTime) {

  static RollupsConfig from(Map<String, String> env) {
    return new RollupsConfig(
        seconds(env, "AISLE_ROLLUPS_SECONDS", "40"),
        seconds(env, "AISLE_ROLLUPS_STATEMENT_SECONDS", "120"));
  }

  private static Duration seconds(Map<String, String> env, String key, String standard) {
    String text = env.getOrDefault(key, standard);
    if (!text.matches("[1-9][0-9]{0,2}")) {
      throw new IllegalArgumentException(
          "%s must be a whole number of seconds from 1 to 999, not '%s'".formatted(key, text));
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }
}
