package com.aisle.reports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How long the periods of a report are; weeks are ISO 8601's, from Monday on. */
enum Granularity {
  HOUR,
  DAY,
  WEEK,
  MONTH;

  /** {@code day} and so on, as parameters and columns have it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The first day of the period that this day lies in. */
  LocalDate firstDay(LocalDate day) {
    return switch (this) {
      case HOUR, DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /** The first day of the period after the one that begins on this day. */
  LocalDate next(LocalDate firstDay) {
    return switch (this) {
      case HOUR, DAY -> firstDay.plusDays(1);
      case WEEK -> firstDay.plusWeeks(1);
      case MONTH -> firstDay.plusMonths(1);
    };
  }

  /** SQL of the first day of the period that a date lies in. */
  String firstDaySql(String date) {
    return switch (this) {
      case HOUR, DAY -> date;
      case WEEK -> "toMonday(%s)".formatted(date);
      case MONTH -> "toStartOfMonth(%s)".formatted(date);
    };
  }
}
