package com.aisle.local.launcher.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Moves the shop's year by whole days so that its last order was placed today, or yesterday while
 * it is too early for that.
 *
 * @param days how far
 */
record Shift(long days) {
  private static final ZoneId SHOP = ZoneId.of("Europe/London");

  /** The way from the last order to now. */
  static Shift to(Clock now, LocalDateTime last) {
    LocalDate today = LocalDate.now(now.withZone(SHOP));
    long days = ChronoUnit.DAYS.between(last.toLocalDate(), today);
    Shift shift = new Shift(days);
    return shift.apply(last).isAfter(now.instant()) ? new Shift(days - 1) : shift;
  }

  Instant apply(LocalDateTime date) {
    return date.plusDays(days).atZone(SHOP).toInstant();
  }
}
