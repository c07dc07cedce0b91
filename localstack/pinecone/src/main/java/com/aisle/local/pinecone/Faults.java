package com.aisle.local.pinecone;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** The service's bad days, changeable while it runs. */
final class Faults {

  /**
   * What goes wrong.
   *
   * @param visibilityDelayMillis how long a write stays invisible
   * @param failRate share of data calls answered UNAVAILABLE, in [0, 1]
   * @param latencyMillis how long every data call is held back
   * @param failNext how many of the next data calls are answered UNAVAILABLE in any case
   */
  record Settings(long visibilityDelayMillis, double failRate, long latencyMillis, int failNext) {
    Settings {
      if (visibilityDelayMillis < 0 || latencyMillis < 0 || failNext < 0) {
        throw new IllegalArgumentException("delays and counts cannot be negative");
      }
      if (!(failRate >= 0 && failRate <= 1)) {
        throw new IllegalArgumentException("the fail rate is from 0 to 1, not " + failRate);
      }
    }
  }

  private final Clock clock;
  private final RandomGenerator random;
  private final AtomicInteger failNext = new AtomicInteger();
  private volatile Settings settings;

  Faults(Settings settings, Clock clock, RandomGenerator random) {
    this.settings = settings;
    this.failNext.set(settings.failNext());
    this.clock = clock;
    this.random = random;
  }

  /** The settings, with as many failures to come as are left. */
  Settings settings() {
    Settings current = settings;
    return new Settings(
        current.visibilityDelayMillis(),
        current.failRate(),
        current.latencyMillis(),
        failNext.get());
  }

  void change(Settings newSettings) {
    settings = newSettings;
    failNext.set(newSettings.failNext());
  }

  long latencyMillis() {
    return settings.latencyMillis();
  }

  boolean nextCallFails() {
    if (failNext.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return true;
    }
    double rate = settings.failRate();
    return rate > 0 && random.nextDouble() < rate;
  }

  Instant now() {
    return clock.instant();
  }

  /** Reads see the writes up to this moment. */
  Instant visibleUntil() {
    return now().minusMillis(settings.visibilityDelayMillis());
  }
}
