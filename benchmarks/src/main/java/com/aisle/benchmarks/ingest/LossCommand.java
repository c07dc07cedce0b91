package com.aisle.benchmarks.ingest;

import com.aisle.benchmarks.report.Machine;
import com.aisle.benchmarks.setup.BenchmarkException;
import com.aisle.benchmarks.setup.Endpoints;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench loss}. */
@Command(
    name = "loss",
    description =
        "Posts events, some of them again, kills ClickHouse meanwhile (so that batches are delivered again), and compares what was accepted with the warehouse.",
    mixinStandardHelpOptions = true)
public final class LossCommand implements Callable<Integer> {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final PrintStream out = System.out;

  @Mixin private final Endpoints endpoints = new Endpoints();

  @Option(
      names = "--home",
      defaultValue = "${env:AISLE_HOME:-.local}",
      description = "Folder of the local cloud (AISLE_HOME; default: ${DEFAULT-VALUE}).")
  private Path home = Path.of(".local");

  @Option(names = "--events", description = "Different events (default: ${DEFAULT-VALUE}).")
  private int events = 500_000;

  @Option(names = "--clients", description = "Clients side by side (default: ${DEFAULT-VALUE}).")
  private int clients = 4;

  @Override
  public Integer call() throws IOException, InterruptedException {
    BenchmarkException.requireBetween(1000, events, 5_000_000, "--events");
    BenchmarkException.requireBetween(1, clients, 64, "--clients");
    out.println(Machine.describe());
    ClickHouse clickHouse = new ClickHouse(home);
    String run = "loss-" + Long.toString(Instant.now().toEpochMilli(), 36) + "-";
    EventPosts posts = new EventPosts(endpoints.api(), run, events, clients);
    long start = System.nanoTime();
    EventPosts.Result result = posts.post(() -> kill(clickHouse));
    out.printf(
        "posted in %d s: %d accepted ids, %d repetitions, %d posts that failed and were repeated%n",
        seconds(start), result.accepted(), result.repetitions(), result.failures());
    boolean all = awaitAll(clickHouse, run, result.accepted());
    long distinct = clickHouse.number(count("uniqExact(event_id)", run));
    long rows = clickHouse.number(count("count()", run));
    out.printf(
        "drained after %d s: accepted %d, in the warehouse %d%n",
        seconds(start), result.accepted(), distinct);
    out.printf("lost %d, doubled %d%n", result.accepted() - distinct, rows - distinct);
    return all && rows == result.accepted() ? 0 : 1;
  }

  private void kill(ClickHouse clickHouse) {
    try {
      out.println("ClickHouse is killed (kill -9)");
      clickHouse.kill();
    } catch (IOException e) {
      throw new BenchmarkException("ClickHouse could not be killed", e);
    }
  }

  /** Also after the last one is there: doubles would come later. */
  private static boolean awaitAll(ClickHouse clickHouse, String run, long accepted)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      try {
        if (clickHouse.number(count("uniqExact(event_id)", run)) >= accepted
            && clickHouse.number(
                    "SELECT toUInt64(greatest(0, dateDiff('second', max(ingested_at), now()))) FROM events WHERE startsWith(event_id, '%s')"
                        .formatted(run))
                >= 10) {
          return true;
        }
      } catch (IOException away) {
        // It may still be starting.
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return false;
  }

  private static String count(String what, String run) {
    return "SELECT %s FROM events FINAL WHERE startsWith(event_id, '%s')".formatted(what, run);
  }

  private static long seconds(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toSeconds();
  }
}
