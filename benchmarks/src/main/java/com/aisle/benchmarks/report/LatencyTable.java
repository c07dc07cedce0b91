package com.aisle.benchmarks.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Times of several kinds of calls, a line each, in milliseconds. */
public final class LatencyTable {
  private LatencyTable() {}

  /** The table, without a line break at its end. */
  public static String format(List<Latencies> rows) {
    String head =
        "%-44s %8s %9s %9s %9s %9s %9s %7s %9s"
            .formatted(
                "milliseconds",
                "calls",
                "median",
                "p90",
                "p99",
                "max",
                "calls/s",
                "errors",
                "degraded");
    return head + "\n" + rows.stream().map(LatencyTable::row).collect(Collectors.joining("\n"));
  }

  private static String row(Latencies row) {
    return "%-44s %8d %9s %9s %9s %9s %9s %7d %9d"
        .formatted(
            row.name(),
            row.count(),
            time(row, 50),
            time(row, 90),
            time(row, 99),
            time(row, 100),
            row.rate().map(rate -> String.format(Locale.ROOT, "%.1f", rate)).orElse("-"),
            row.errors(),
            row.degraded());
  }

  private static String time(Latencies row, double percentage) {
    return row.count() == 0 ? "-" : milliseconds(row.percentile(percentage));
  }

  /** {@code 12.34} for 12.34 ms. */
  public static String milliseconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f", time.toNanos() / 1e6);
  }
}
