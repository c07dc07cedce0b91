package com.aisle.benchmarks.report;

import java.time.Duration;

/** What a figure must reach. */
public final class Bar {
  private Bar() {}

  /** A line that tells whether a percentile is below its bar. */
  public static String below(Latencies latencies, double percentage, Duration bar) {
    Duration time = latencies.percentile(percentage);
    boolean met = latencies.count() > 0 && latencies.errors() == 0 && time.compareTo(bar) < 0;
    return "bar: %s, p%.0f < %s ms: %s"
        .formatted(latencies.name(), percentage, bar.toMillis(), verdict(met));
  }

  /** A line that tells whether a figure reaches its bar. */
  public static String atLeast(String name, double value, double bar) {
    return "bar: %s >= %s: %s".formatted(name, bar, verdict(value >= bar));
  }

  private static String verdict(boolean met) {
    return met ? "met" : "MISSED";
  }
}
