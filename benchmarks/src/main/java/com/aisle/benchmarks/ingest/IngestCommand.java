package com.aisle.benchmarks.ingest;

import com.aisle.benchmarks.report.Bar;
import com.aisle.benchmarks.report.Latencies;
import com.aisle.benchmarks.report.LatencyTable;
import com.aisle.benchmarks.report.Machine;
import com.aisle.benchmarks.setup.BenchmarkException;
import com.aisle.benchmarks.setup.Endpoints;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench ingest}. */
@Command(
    name = "ingest",
    description =
        "Times the ingest function from a batch of the queue to rows in ClickHouse; takes its rows away again.",
    mixinStandardHelpOptions = true)
public final class IngestCommand implements Callable<Integer> {
  private static final double BAR = 50_000;

  /** Longer ago than reports look by themselves, and within the time that rows are kept. */
  private static final Duration AGE = Duration.ofDays(300);

  private final PrintStream out = System.out;

  @Mixin private final Endpoints endpoints = new Endpoints();

  @Option(
      names = "--home",
      defaultValue = "${env:AISLE_HOME:-.local}",
      description = "Folder of the local cloud (AISLE_HOME; default: ${DEFAULT-VALUE}).")
  private Path home = Path.of(".local");

  @Option(
      names = "--batches",
      description = "Batches that are measured (default: ${DEFAULT-VALUE}).")
  private int batches = 60;

  @Option(names = "--warm-up", description = "Batches before that (default: ${DEFAULT-VALUE}).")
  private int warmUp = 40;

  @Option(names = "--messages", description = "Messages of a batch (default: ${DEFAULT-VALUE}).")
  private int messages = 10;

  @Option(names = "--rows", description = "Events of a message (default: ${DEFAULT-VALUE}).")
  private int rows = 500;

  @Option(
      names = "--function",
      description = "Name of the ingest function (default: ${DEFAULT-VALUE}).")
  private String function = "aisle-ingest";

  @Override
  public Integer call() throws IOException, InterruptedException {
    BenchmarkException.requireBetween(1, batches, 10_000, "--batches");
    BenchmarkException.requireBetween(0, warmUp, 10_000, "--warm-up");
    BenchmarkException.requireBetween(1, messages * rows, 15_000, "--messages times --rows");
    out.println(Machine.describe());
    ClickHouse clickHouse = new ClickHouse(home);
    String run = Long.toString(Instant.now().toEpochMilli(), 36);
    try {
      measure(run, clickHouse);
    } finally {
      clickHouse.query(
          "ALTER TABLE events DELETE WHERE startsWith(event_id, '%s%s-') SETTINGS mutations_sync = 1"
              .formatted(EventBatches.PREFIX, run));
    }
    return 0;
  }

  private void measure(String run, ClickHouse clickHouse) throws IOException, InterruptedException {
    EventBatches events = new EventBatches(1, run, Instant.now().minus(AGE));
    IngestFunction ingest = new IngestFunction(endpoints.host(), function);
    for (int i = 0; i < warmUp; i++) {
      ingest.invoke(events.next(messages, rows));
    }
    int bytes = 0;
    Duration together = Duration.ZERO;
    Latencies latencies =
        new Latencies("batch of %d messages, %d events".formatted(messages, messages * rows));
    for (int i = 0; i < batches; i++) {
      String event = events.next(messages, rows);
      bytes = event.length();
      Duration took = ingest.invoke(event);
      latencies.add(took);
      together = together.plus(took);
    }
    latencies.setElapsed(together);
    report(latencies, together, bytes);
    requireAll(run, clickHouse);
  }

  private void report(Latencies latencies, Duration together, int bytes) {
    int events = messages * rows;
    out.println(LatencyTable.format(List.of(latencies)));
    double mean = latencies.count() * events / (together.toNanos() / 1e9);
    double median = events / (latencies.percentile(50).toNanos() / 1e9);
    out.printf(
        Locale.ROOT,
        "events/s: %,.0f over all batches, %,.0f in the median batch; a batch has %.1f MB%n",
        mean,
        median,
        bytes / 1e6);
    out.println(Bar.atLeast("events/s", mean, BAR));
  }

  /** A figure counts only if every event is there, once. */
  private void requireAll(String run, ClickHouse clickHouse)
      throws IOException, InterruptedException {
    long sent = (long) (warmUp + batches) * messages * rows;
    long stored =
        clickHouse.number(
            "SELECT count() FROM events FINAL WHERE startsWith(event_id, '%s%s-')"
                .formatted(EventBatches.PREFIX, run));
    out.printf("sent %d, in the warehouse %d%n", sent, stored);
    if (stored != sent) {
      throw new IOException("the warehouse has %d of %d events".formatted(stored, sent));
    }
  }
}
