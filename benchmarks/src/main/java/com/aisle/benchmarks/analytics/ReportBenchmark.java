package com.aisle.benchmarks.analytics;

import com.aisle.benchmarks.analytics.ReportQuestion.Span;
import com.aisle.benchmarks.report.Latencies;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Asks every report again and again, each time about something else. */
final class ReportBenchmark {
  private final InProcessReports reports;
  private final int rounds;
  private final long seed;

  ReportBenchmark(InProcessReports reports, int rounds, long seed) {
    this.reports = reports;
    this.rounds = rounds;
    this.seed = seed;
  }

  /**
   * The times of one report.
   *
   * @param rowsRead rows that the warehouse read for an answer, on average
   */
  record Result(Span span, Latencies latencies, long rowsRead) {}

  /** All reports in turn, so that none finds the caches full of its own rows only. */
  List<Result> run(Span span) {
    List<String> names = InProcessReports.names();
    List<Latencies> times = names.stream().map(Latencies::new).toList();
    long[] rowsRead = new long[names.size()];
    RandomGenerator random = new SplittableRandom(seed);
    for (int round = -1; round < rounds; round++) {
      for (int i = 0; i < names.size(); i++) {
        boolean segments = InProcessReports.hasSegments(names.get(i));
        ReportQuestion question =
            ReportQuestion.any(names.get(i), span, segments, Math.max(0, round), random);
        if (!InProcessReports.isComparable(names.get(i))) {
          question = question.without("compare");
        }
        InProcessReports.Answer answer = reports.ask(question);
        if (round >= 0) { // the first one warms up
          times.get(i).add(answer.took());
          rowsRead[i] += answer.rowsRead();
        }
      }
    }
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      results.add(new Result(span, times.get(i), rowsRead[i] / rounds));
    }
    return results;
  }
}
