package com.aisle.local.host.function;

import com.aisle.local.host.endpoint.DeployedFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines that Lambda writes when an event has been worked on. */
final class Report {
  private Report() {}

  /**
   * Builds the lines.
   *
   * @param start durations of the process's start, tab-separated, for its first event; otherwise
   *     empty
   */
  static List<String> lines(
      DeployedFunction function,
      String requestId,
      Duration duration,
      long memoryMegabytes,
      String start,
      String status) {
    List<String> lines = new ArrayList<>();
    if (status.contains("timeout")) {
      String seconds = InvocationErrors.seconds(duration);
      lines.add(Instant.now() + " " + requestId + " Task timed out after " + seconds + " seconds");
    }
    lines.add("END RequestId: " + requestId);
    lines.add(
        String.format(
            Locale.ROOT,
            "REPORT RequestId: %s\tDuration: %s ms\tBilled Duration: %d ms\tMemory Size: %d MB\tMax Memory Used: %d MB\t%s%s",
            requestId,
            milliseconds(duration),
            (long) Math.ceil(duration.toNanos() / 1e6),
            function.memoryMegabytes(),
            memoryMegabytes,
            start,
            status));
    return lines;
  }

  static String milliseconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f", duration.toNanos() / 1e6);
  }
}
