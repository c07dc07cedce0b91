package com.aisle.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The periods that a range falls into, and how the warehouse tells them apart.
 *
 * @param shopDays whether the range's zone is the shop's, so that column {@code day} can be used
 */
record Periods(Range range, Granularity granularity, boolean shopDays) {

  /**
   * SQL of the period of a row; a date, or for hours the moment at which it begins.
   *
   * @param day the row's day in the shop's zone
   * @param time the row's moment
   */
  String sql(String day, String time) {
    if (granularity == Granularity.HOUR) {
      return "toStartOfHour(toTimeZone(%s, {timezone:String}))".formatted(time);
    }
    return granularity.firstDaySql(
        shopDays ? day : "toDate(%s, {timezone:String})".formatted(time));
  }

  /** The period's text in an answer: {@code 2026-11-24}, or {@code 2026-11-24T13:00:00+08:00}. */
  String label(Object value) {
    return value instanceof Instant hour ? label(hour) : value.toString();
  }

  private String label(Instant hour) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(hour.atZone(range.zone()));
  }

  /** Every period, oldest first; the first may begin before the range does. */
  List<String> labels() {
    return granularity == Granularity.HOUR ? hours() : days();
  }

  private List<String> hours() {
    List<String> labels = new ArrayList<>();
    Instant end = range.end();
    for (Instant at = range.start(); at.isBefore(end); at = at.plus(1, ChronoUnit.HOURS)) {
      labels.add(label(at));
    }
    return labels;
  }

  private List<String> days() {
    List<String> labels = new ArrayList<>();
    LocalDate day = granularity.firstDay(range.from());
    while (!day.isAfter(range.to())) {
      labels.add(day.toString());
      day = granularity.next(day);
    }
    return labels;
  }

  /** The column that holds the period. */
  Column column(String name) {
    return new Column(name, granularity == Granularity.HOUR ? ColumnType.TIME : ColumnType.DATE);
  }
}
