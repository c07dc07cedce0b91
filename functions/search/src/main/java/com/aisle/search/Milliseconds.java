package com.aisle.search;

import java.time.Duration;

/** Durations as answers show them. */
final class Milliseconds {

  private Milliseconds() {}

  /** With three decimals: 1.234. */
  static double of(Duration duration) {
    return Math.rint(duration.toNanos() / 1e3) / 1e3;
  }
}
