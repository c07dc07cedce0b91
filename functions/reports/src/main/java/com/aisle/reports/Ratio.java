package com.aisle.reports;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Divisions as reports show them. */
final class Ratio {

  private Ratio() {}

  /** Null where it would be a division by zero: that is not known, not zero. */
  static @Nullable Double of(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  /** The same of money. */
  static @Nullable Double of(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? null : part.doubleValue() / whole.doubleValue();
  }
}
