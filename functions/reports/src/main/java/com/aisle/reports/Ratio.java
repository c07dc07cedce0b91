package com.aisle.reports;

import org.jspecify.annotations.Nullable;

/** Divisions as reports show them. */
final class Ratio {

  private Ratio() {}

  /** Null where it would be a division by zero: that is not known, not zero. */
  static @Nullable Double of(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }
}
