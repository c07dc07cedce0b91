package com.aisle.alerts;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be told of.
 *
 * @param report its name
 * @param parameters of the report, as its query has them
 * @param measure a column or a total of the report
 * @param per another one, by which the measure is divided; null for none
 * @param row which row the measure is taken from, by values of its columns; empty for the total
 * @param minimum fewer than that of {@code minimumOf} are too few to judge; null for no minimum
 * @param minimumOf a column or total; of a change it is taken from the earlier time
 * @param days how many days the report is about
 * @param untilToday whether the last of them is today, else yesterday
 * @param repeatAfter after which time a lasting alert is told again; null for never
 */
record AlertDefinition(
    String name,
    String report,
    Map<String, String> parameters,
    String measure,
    @Nullable String per,
    Map<String, String> row,
    Condition condition,
    @Nullable BigDecimal minimum,
    String minimumOf,
    int days,
    boolean untilToday,
    ZoneId timezone,
    @Nullable Quiet quiet,
    @Nullable Duration repeatAfter) {

  AlertDefinition {
    parameters = Map.copyOf(parameters);
    row = Map.copyOf(row);
  }

  /** Hours in which nothing is told; they may go over midnight. */
  record Quiet(LocalTime from, LocalTime to, ZoneId timezone) {

    boolean contains(Instant time) {
      LocalTime now = time.atZone(timezone).toLocalTime();
      boolean afterStart = !now.isBefore(from);
      boolean beforeEnd = now.isBefore(to);
      return from.isBefore(to) ? afterStart && beforeEnd : afterStart || beforeEnd;
    }
  }

  /** Days of a report, both included. */
  record Range(LocalDate from, LocalDate to) {

    Range earlier(long days) {
      return new Range(from.minusDays(days), to.minusDays(days));
    }
  }

  boolean isQuiet(Instant time) {
    return quiet != null && quiet.contains(time);
  }

  /** The days that the report is about at this moment. */
  Range range(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, timezone);
    LocalDate to = untilToday ? today : today.minusDays(1);
    return new Range(to.minusDays(days - 1L), to);
  }

  /** The days that a change is measured against. */
  Range earlier(Instant now, Condition.Against against) {
    return range(now)
        .earlier(
            switch (against) {
              case PREVIOUS -> days;
              case SAME_WEEKDAY -> Math.ceilDiv(days, 7) * 7L;
            });
  }
}
