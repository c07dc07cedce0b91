package com.aisle.benchmarks.analytics;

import com.aisle.benchmarks.analytics.ReportQuestion.Span;
import com.aisle.benchmarks.report.Bar;
import com.aisle.benchmarks.report.Latencies;
import com.aisle.benchmarks.report.LatencyTable;
import com.aisle.benchmarks.report.Machine;
import com.aisle.benchmarks.setup.BenchmarkException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The same reports, now here, now there, with the same numbers. */
final class PostgresComparison {
  private static final double BAR = 10;

  private final YearWarehouse warehouse;
  private final InProcessReports reports;
  private final int rounds;
  private final long seed;
  private final PrintStream out;

  PostgresComparison(
      YearWarehouse warehouse, InProcessReports reports, int rounds, long seed, PrintStream out) {
    this.warehouse = warehouse;
    this.reports = reports;
    this.rounds = rounds;
    this.seed = seed;
    this.out = out;
  }

  /**
   * Loads PostgreSQL if need be and measures.
   *
   * @throws BenchmarkException when a number is not the same on both sides
   */
  void run(Path folder, String fingerprint) throws SQLException {
    try (PostgresServer server = PostgresServer.start(folder);
        Connection connection = server.connect()) {
      new PostgresYear(warehouse.server(), YearWarehouse.DATABASE, text -> out.println("  " + text))
          .load(connection, fingerprint);
      describe(connection);
      for (Span span : Span.values()) {
        measure(connection, span);
      }
    }
    out.println(Machine.describe());
  }

  private void describe(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT version(), pg_size_pretty(pg_database_size(current_database()))")) {
      row.next();
      out.printf("%s; %s%n", row.getString(1), row.getString(2));
    }
    out.println(
        "Aisle reads day roll-ups, and the open last day from its rows; PostgreSQL reads the rows with covering"
            + " indexes, without materialised views. Both are asked from this process, one question at a time.");
  }

  private void measure(Connection connection, Span span) throws SQLException {
    out.printf(
        "%n%s%n%-12s %12s %12s %14s %14s %8s%n",
        span.title(), "milliseconds", "Aisle median", "Aisle p99", "PostgreSQL", "p99", "factor");
    for (PostgresReport report : PostgresReport.values()) {
      Latencies here = new Latencies(report.report());
      Latencies there = new Latencies("PostgreSQL " + report.report());
      RandomGenerator random = new SplittableRandom(seed);
      for (int round = -1; round < rounds; round++) {
        ReportQuestion question =
            ReportQuestion.any(report.report(), span, false, Math.max(0, round), random)
                .without("compare");
        InProcessReports.Answer answer = reports.ask(question);
        long start = System.nanoTime();
        List<Map<String, @Nullable Object>> rows =
            report.run(connection, question.from(), question.to());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        requireSame(report, question, answer.document(), rows);
        if (round >= 0) {
          here.add(answer.took());
          there.add(took);
        }
      }
      print(report, here, there);
    }
  }

  private void print(PostgresReport report, Latencies here, Latencies there) {
    double factor =
        (double) there.percentile(50).toNanos() / Math.max(1, here.percentile(50).toNanos());
    out.printf(
        Locale.ROOT,
        "%-12s %12s %12s %14s %14s %8.1f%n",
        report.report(),
        LatencyTable.milliseconds(here.percentile(50)),
        LatencyTable.milliseconds(here.percentile(99)),
        LatencyTable.milliseconds(there.percentile(50)),
        LatencyTable.milliseconds(there.percentile(99)),
        factor);
    out.println(Bar.atLeast("PostgreSQL / Aisle, " + report.report(), factor, BAR));
  }

  private static void requireSame(
      PostgresReport report,
      ReportQuestion question,
      JsonNode answer,
      List<Map<String, @Nullable Object>> rows) {
    SameNumbers.difference(answer, report.key(), rows)
        .ifPresent(
            difference -> {
              throw new BenchmarkException(
                  "%s differs from PostgreSQL: %s".formatted(question, difference));
            });
  }
}
