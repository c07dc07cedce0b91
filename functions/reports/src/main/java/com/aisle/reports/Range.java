package com.aisle.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Whole days in a time zone.
 *
 * @param from the first day
 * @param to the last day, included; not before {@code from}
 */
record Range(LocalDate from, LocalDate to, ZoneId zone) {

  long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** The moment at which the first day begins. */
  Instant start() {
    return from.atStartOfDay(zone).toInstant();
  }

  /** The moment at which the last day is over. */
  Instant end() {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** The day of a moment in the zone. */
  LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  /** As many days, directly before: whole weeks compare the same weekdays. */
  Range previous() {
    return new Range(from.minusDays(days()), to.minusDays(days()), zone);
  }

  /** The same dates a year before. */
  Range yearBefore() {
    return new Range(from.minusYears(1), to.minusYears(1), zone);
  }
}
