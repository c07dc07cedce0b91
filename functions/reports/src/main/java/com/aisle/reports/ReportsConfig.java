package com.aisle.reports;

import com.aisle.warehouse.Limits;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/**
 * Settings of the reports function.
 *
 * <ul>
 *   <li>{@code AISLE_STAFF_TOKEN_SECRET}: name or ARN of the secret that lets staff in; required
 *   <li>{@code AISLE_SHOP_TIMEZONE}: the zone in which the warehouse's days are, UTC by default
 *   <li>{@code AISLE_REPORT_NOTICE}: what every answer says about its data, such as {@code demo};
 *       nothing by default
 *   <li>{@code AISLE_REPORT_TIME_MILLIS}: the longest run of a query of a report, 8000 by default
 *   <li>{@code AISLE_QUERY_TIME_MILLIS}: the same for a query of {@code POST /v1/reports/query},
 *       3000 by default
 *   <li>{@code AISLE_REPORT_MEMORY_MEGABYTES}: the most memory of a query, 2000 by default
 *   <li>{@code AISLE_REPORT_ROWS_READ_MILLIONS}: the most rows that a query may read, 1000 by
 *       default
 *   <li>{@code AISLE_REPORTS_CACHED}: how many answers are kept in memory, 500 by default
 *   <li>{@code AISLE_REPORT_FRESH_MILLIS}: how long an answer that can still change is given again,
 *       2000 by default
 *   <li>{@code AISLE_REPORT_CLOSED_FRESH_SECONDS}: the same for an answer about days that are over
 *       and rolled up, 60 by default
 *   <li>{@code AISLE_WAREHOUSE_FAILURES}: after so many failures in a row the warehouse is left
 *       alone for a while, 3 by default
 *   <li>{@code AISLE_WAREHOUSE_PAUSE_MILLIS}: for how long, 3000 by default
 * </ul>
 */
record ReportsConfig(
    String staffTokenSecret,
    ZoneId shopZone,
    String notice,
    Duration reportTime,
    Duration queryTime,
    long memoryBytes,
    long rowsToRead,
    int cached,
    Duration fresh,
    Duration closedFresh,
    int failuresBeforePause,
    Duration pause) {

  private static final int HOUR_MILLIS = 3_600_000;
  private static final int MOST_ROWS_ANSWERED = 100_000;

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException when a key without default is missing or a value is wrong
   */
  static ReportsConfig from(Map<String, String> env) {
    return new ReportsConfig(
        required(env, "AISLE_STAFF_TOKEN_SECRET"),
        zone(env, "AISLE_SHOP_TIMEZONE"),
        env.getOrDefault("AISLE_REPORT_NOTICE", ""),
        Duration.ofMillis(integer(env, "AISLE_REPORT_TIME_MILLIS", 8_000, 1, HOUR_MILLIS)),
        Duration.ofMillis(integer(env, "AISLE_QUERY_TIME_MILLIS", 3_000, 1, HOUR_MILLIS)),
        1_000_000L * integer(env, "AISLE_REPORT_MEMORY_MEGABYTES", 2_000, 10, 1_000_000),
        1_000_000L * integer(env, "AISLE_REPORT_ROWS_READ_MILLIONS", 1_000, 1, 1_000_000),
        integer(env, "AISLE_REPORTS_CACHED", 500, 1, 100_000),
        Duration.ofMillis(integer(env, "AISLE_REPORT_FRESH_MILLIS", 2_000, 0, HOUR_MILLIS)),
        Duration.ofSeconds(integer(env, "AISLE_REPORT_CLOSED_FRESH_SECONDS", 60, 0, 86_400)),
        integer(env, "AISLE_WAREHOUSE_FAILURES", 3, 1, 1_000),
        Duration.ofMillis(integer(env, "AISLE_WAREHOUSE_PAUSE_MILLIS", 3_000, 1, HOUR_MILLIS)));
  }

  /** How far a query of a report may go. */
  Limits reportLimits() {
    return new Limits(reportTime, MOST_ROWS_ANSWERED, memoryBytes, rowsToRead);
  }

  /** The same for a query that nobody has tried before. */
  Limits queryLimits() {
    return reportLimits().withTime(queryTime);
  }

  private static String required(Map<String, String> env, String key) {
    String value = env.getOrDefault(key, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException("the environment variable " + key + " is not set");
    }
    return value;
  }

  private static ZoneId zone(Map<String, String> env, String key) {
    String name = env.getOrDefault(key, "UTC");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s must be the name of a time zone such as Europe/London, not '%s'".formatted(key, name),
          e);
    }
  }

  private static int integer(
      Map<String, String> env, String key, int whenAbsent, int minimum, int maximum) {
    String text = env.getOrDefault(key, Integer.toString(whenAbsent));
    try {
      int value = Integer.parseInt(text);
      if (value >= minimum && value <= maximum) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number out of range.
    }
    throw new IllegalArgumentException(
        "%s must be a whole number from %d to %d, not '%s'".formatted(key, minimum, maximum, text));
  }
}
