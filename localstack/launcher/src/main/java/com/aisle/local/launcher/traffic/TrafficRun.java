package com.aisle.local.launcher.traffic;

import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.traffic.Traffic.Counts;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Traffic at a rate until it is told to end. */
public final class TrafficRun implements AutoCloseable {
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final RunningStore store;
  private final List<String> titles;
  private final Supplier<String> lag;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * Shoppers of a running cloud.
   *
   * @param titles of products that they look for
   * @param lag how far the warehouse is behind, as text for a line
   */
  public TrafficRun(URI api, URI aws, String bus, List<String> titles, Supplier<String> lag) {
    this.store = new RunningStore(api, aws, bus);
    this.titles = titles;
    this.lag = lag;
  }

  /**
   * Returns after {@code longest}, or once {@link #close} was called; prints a line every five
   * seconds.
   *
   * @param rate events a second
   * @throws LauncherException when everything failed from the first line to the next
   */
  public void run(double rate, long seed, Duration longest) throws InterruptedException {
    Clock clock = Clock.systemUTC();
    String name = "t" + Long.toString(clock.millis(), Character.MAX_RADIX);
    int sideBySide = (int) Math.clamp(rate * 4, 4, 2_000);
    Traffic traffic = new Traffic(store, new Queries(titles), clock, name, sideBySide, seed);
    long start = System.nanoTime();
    long nextLine = start + BETWEEN_LINES.toNanos();
    Counts before = traffic.counts();
    double due = 0;
    try {
      while (System.nanoTime() - start < longest.toNanos()) {
        due += traffic.step() / rate;
        if (System.nanoTime() >= nextLine) {
          before = print(traffic, before);
          nextLine += BETWEEN_LINES.toNanos();
        }
        if (pause(start, due)) {
          break;
        }
      }
      print(traffic, before);
    } finally {
      ended.countDown();
    }
  }

  /** Waits until as many events are due as were sent; true when the run is to end. */
  private boolean pause(long start, double due) throws InterruptedException {
    long nanoseconds = start + (long) (due * 1e9) - System.nanoTime();
    return ending.await(Math.max(0, nanoseconds), TimeUnit.NANOSECONDS);
  }

  private Counts print(Traffic traffic, Counts before) {
    Counts now = traffic.counts();
    System.out.printf(
        Locale.ROOT,
        "events %d (%.1f/s), accepted %d, searches %d, orders %d, errors %d, warehouse %s%n",
        now.events(),
        (now.events() - before.events()) / (double) BETWEEN_LINES.toSeconds(),
        now.accepted(),
        now.searches(),
        now.orders(),
        now.errors(),
        lag.get());
    if (now.errors() > before.errors()) {
      String error = traffic.lastError().orElse("");
      if (now.events() == before.events()) {
        throw new LauncherException("nothing works any more: " + error);
      }
      System.out.println("  last error: " + error);
    }
    return now;
  }

  /** Ends the run and returns once it has printed its last line. */
  @Override
  public void close() {
    ending.countDown();
    try {
      if (!ended.await(10, TimeUnit.SECONDS)) {
        System.err.println("the last step did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    store.close();
  }
}
