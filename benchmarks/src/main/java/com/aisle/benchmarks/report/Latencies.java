package com.aisle.benchmarks.report;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Times of one kind of call, to three significant digits. Safe for use by several threads. */
public final class Latencies {
  private final String name;
  private final Histogram microseconds = new ConcurrentHistogram(3);
  private final LongAdder errors = new LongAdder();
  private final LongAdder degraded = new LongAdder();
  private final AtomicReference<@Nullable String> firstError = new AtomicReference<>();
  private volatile @Nullable Duration elapsed;

  /** None yet, of calls of this kind. */
  public Latencies(String name) {
    this.name = name;
  }

  /** A call that was answered. */
  public void add(Duration time) {
    microseconds.recordValue(time.toNanos() / 1000);
  }

  /** A call that failed; its time counts for nothing. */
  public void addError(String reason) {
    errors.increment();
    firstError.compareAndSet(null, reason);
  }

  /** One of the answers lacked something, because a store was away or slow. */
  public void addDegraded() {
    degraded.increment();
  }

  /** How long all calls together took, from which the rate follows. */
  public void setElapsed(Duration elapsed) {
    this.elapsed = elapsed;
  }

  public String name() {
    return name;
  }

  /** The number of answered calls. */
  public long count() {
    return microseconds.getTotalCount();
  }

  public long errors() {
    return errors.sum();
  }

  public long degraded() {
    return degraded.sum();
  }

  /** Why the first failed call failed. */
  public Optional<String> firstError() {
    return Optional.ofNullable(firstError.get());
  }

  /** The time within which this percentage of the calls was answered; zero when none was. */
  public Duration percentile(double percentage) {
    return Duration.ofNanos(1000 * microseconds.getValueAtPercentile(percentage));
  }

  /** Answered calls a second; empty when calls were not timed together. */
  public Optional<Double> rate() {
    Duration together = elapsed;
    return together == null || together.isZero()
        ? Optional.empty()
        : Optional.of(count() / (together.toNanos() / 1e9));
  }
}
