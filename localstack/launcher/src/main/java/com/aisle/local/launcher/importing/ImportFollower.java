package com.aisle.local.launcher.importing;

import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.Poll;
import com.aisle.local.launcher.Progress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Says how far an import is, until it has arrived. */
final class ImportFollower {
  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofHours(12);

  private final Progress progress;

  ImportFollower(Progress progress) {
    this.progress = progress;
  }

  /**
   * Waits until an import has ended.
   *
   * @param before when the import of this name before it began
   */
  ImportReport awaitReport(ImportBucket bucket, String name, Optional<String> before) {
    Changes<ImportReport> changes =
        new Changes<>(LONGEST_IDLE, "the import does not go on. Look at: ./aisle logs imports");
    AtomicReference<ImportReport> last = new AtomicReference<>();
    Poll.until(
        () -> {
          Optional<ImportReport> report =
              bucket
                  .report(name)
                  .filter(found -> !before.equals(Optional.ofNullable(found.startedAt())));
          if (changes.see(report.orElse(null)) && report.isPresent()) {
            progress.report("import", line(report.get()));
          }
          report.ifPresent(last::set);
          return report.isPresent() && !report.get().isRunning();
        },
        INTERVAL,
        LONGEST);
    ImportReport end = last.get();
    if (end == null) {
      throw new LauncherException(
          "there was no report about the import of %s within %d hours"
              .formatted(name, LONGEST.toHours()));
    }
    if (end.isFailed()) {
      throw new LauncherException("the import of %s failed: %s".formatted(name, end.reason()));
    }
    return end;
  }

  private static String line(ImportReport report) {
    return "read %s of %s, %d lines accepted, %d rejected"
        .formatted(
            megabytes(report.bytesRead()),
            megabytes(report.bytesTotal()),
            report.accepted(),
            report.rejected());
  }

  /** Waits until all that was read has arrived. */
  void awaitEmpty(Queues queues, String where) {
    Changes<Integer> changes =
        new Changes<>(LONGEST_IDLE, "the queues do not get empty. Look at: ./aisle status");
    AtomicInteger before = new AtomicInteger(1);
    Poll.until(
        () -> {
          int messages = queues.messages();
          if (changes.see(messages) && messages > 0) {
            progress.report(
                "import", "%d messages on the way to the %s".formatted(messages, where));
          }
          // One look may fall between two queues.
          return before.getAndSet(messages) == 0 && messages == 0;
        },
        INTERVAL,
        LONGEST);
  }

  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
