package com.aisle.reports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** A clock and a stop watch that move when they are told to. */
final class SettableTime extends Clock implements LongSupplier {

  static final Instant NOW = Instant.parse("2026-11-08T12:00:00Z");

  private Instant now = NOW;

  void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public long getAsLong() {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** The same time, read in another zone, whenever it moves. */
  @Override
  public Clock withZone(ZoneId zone) {
    SettableTime same = this;
    return new Clock() {
      @Override
      public Instant instant() {
        return same.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return same.withZone(other);
      }
    };
  }
}
