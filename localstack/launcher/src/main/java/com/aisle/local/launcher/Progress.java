package com.aisle.local.launcher;

import java.time.Duration;
import java.util.Locale;

/** Where long steps say what they do, how far they are and how long it has taken. */
@FunctionalInterface
public interface Progress {
  /**
   * Says one line about {@code subject}, for example {@code ("clickhouse", "healthy on port
   * 21234")}.
   */
  void report(String subject, String message);

  /** Lines on standard output, each with the seconds since this call. */
  static Progress console() {
    long start = System.nanoTime();
    return (subject, message) ->
        System.out.printf(
            Locale.ROOT,
            "%6.1f s  %-11s %s%n",
            (System.nanoTime() - start) / 1e9,
            subject,
            message);
  }

  /** Says nothing. */
  static Progress silent() {
    return (subject, message) -> {};
  }

  /** A duration for people: {@code 3.2 s} or {@code 2 min 5 s}. */
  static String seconds(Duration duration) {
    double seconds = duration.toMillis() / 1000.0;
    return seconds < 60
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
  }
}
