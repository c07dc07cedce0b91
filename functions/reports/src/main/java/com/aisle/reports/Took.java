package com.aisle.reports;

import java.util.function.LongSupplier;

/** Durations as answers show them. */
final class Took {

  private Took() {}

  /** Milliseconds with three decimals: 1.234. */
  static double since(long start, LongSupplier nanoTime) {
    return Math.rint((nanoTime.getAsLong() - start) / 1e3) / 1e3;
  }
}
