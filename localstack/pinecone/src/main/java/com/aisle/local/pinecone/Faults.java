package com.aisle.local.pinecone;

import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** The service's bad days, changeable while it runs. */
final class Faults {

  /**
   * What goes wrong.
   *
   * @param visibilityDelayMillis how long a write stays invisible
   * @param failRate share of data calls answered UNAVAILABLE, in [0, 1]
   * @param latencyMillis how long every data call is held back
   */
  record Settings(long visibilityDelayMillis, double failRate, long latencyMillis) {
    Settings {
      if (visibilityDelayMillis < 0 || latencyMillis < 0) {
        throw new IllegalArgumentException("delays cannot be negative");
      }
      if (!(failRate >= 0 && failRate <= 1)) {
        throw new IllegalArgumentException("the fail rate is from 0 to 1, not " + failRate);
      }
    }
  }

  private final Clock clock;
  private final RandomGenerator random;
  private volatile Settings settings;

  Faults(Settings settings, Clock clock, RandomGenerator random) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  Settings settings() {
    return settings;
  }

  void change(Settings newSettings) {
    settings = newSettings;
  }

  boolean nextCallFails() {
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
