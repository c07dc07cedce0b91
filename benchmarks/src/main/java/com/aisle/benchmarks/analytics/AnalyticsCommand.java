package com.aisle.benchmarks.analytics;

import com.aisle.benchmarks.analytics.ReportBenchmark.Result;
import com.aisle.benchmarks.analytics.ReportQuestion.Span;
import com.aisle.benchmarks.report.Bar;
import com.aisle.benchmarks.report.LatencyTable;
import com.aisle.benchmarks.report.Machine;
import com.aisle.benchmarks.setup.BenchmarkException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench analytics}. */
@Command(
    name = "analytics",
    description =
        "Times every report over a generated year of a shop, in a ClickHouse of its own; with --postgres five of them against PostgreSQL.",
    mixinStandardHelpOptions = true)
public final class AnalyticsCommand implements Callable<Integer> {
  private static final Duration MEDIAN_BAR = Duration.ofMillis(200);
  private static final Duration TAIL_BAR = Duration.ofSeconds(1);

  private final PrintStream out = System.out;

  @Option(
      names = "--events",
      converter = EventCount.class,
      description = "About how many events the year has: 500k, 100M (default: 2M).")
  private long events = 2_000_000;

  @Option(names = "--seed", description = "Another seed, another year (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--rounds",
      description = "How often each report is measured (default: ${DEFAULT-VALUE}).")
  private int rounds = 20;

  @Option(
      names = "--data-folder",
      defaultValue = "${env:AISLE_HOME:-.local}/bench",
      description = "Where the data lies and is found again (default: ${DEFAULT-VALUE}).")
  private Path dataFolder = Path.of(".local", "bench");

  @Option(
      names = "--postgres",
      description = "Five reports on the same rows in PostgreSQL too, in the same run.")
  private boolean postgres;

  @Override
  public Integer call() throws SQLException {
    BenchmarkException.requireBetween(1, rounds, 10_000, "--rounds");
    ShopYear year = new ShopYear(events, seed);
    Path folder = dataFolder.resolve("analytics-%d-%d".formatted(events, seed));
    out.println(Machine.describe());
    out.printf("data: %s%n", folder);
    try (YearWarehouse warehouse = YearWarehouse.open(folder, year, this::progress)) {
      out.println(warehouse.describe());
      InProcessReports reports = new InProcessReports(warehouse.warehouse());
      if (postgres) {
        new PostgresComparison(warehouse, reports, rounds, seed, out)
            .run(folder, year.fingerprint());
        return 0;
      }
      measure(new ReportBenchmark(reports, rounds, seed));
    }
    return 0;
  }

  private void progress(String text) {
    out.println("  " + text);
  }

  private void measure(ReportBenchmark benchmark) {
    out.printf(
        "%d rounds after one to warm up; no two questions are the same; the last day is open, that is read from its rows%n",
        rounds);
    for (Span span : Span.values()) {
      List<Result> results = benchmark.run(span);
      out.printf("%n%s%n", span.title());
      out.println(table(results));
      for (Result result : results) {
        out.println(Bar.below(result.latencies(), 50, MEDIAN_BAR));
        out.println(Bar.below(result.latencies(), 99, TAIL_BAR));
      }
    }
    out.println(Machine.describe());
  }

  private static String table(List<Result> results) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%-20s %7s %10s %10s %10s %14s"
            .formatted("milliseconds", "calls", "median", "p99", "max", "rows read"));
    for (Result result : results) {
      text.append('\n')
          .append(
              String.format(
                  Locale.ROOT,
                  "%-20s %7d %10s %10s %10s %,14d",
                  result.latencies().name(),
                  result.latencies().count(),
                  LatencyTable.milliseconds(result.latencies().percentile(50)),
                  LatencyTable.milliseconds(result.latencies().percentile(99)),
                  LatencyTable.milliseconds(result.latencies().percentile(100)),
                  result.rowsRead()));
    }
    return text.toString();
  }
}
