package com.aisle.local.launcher.importing;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The end of an import of orders.
 *
 * @param rejectedFiles keys of the files that hold the rejected lines
 */
public record OrderImportResult(
    long lines,
    long accepted,
    long rejected,
    Duration took,
    String bucket,
    List<String> rejectedFiles) {

  /** The report for people. */
  public String text() {
    String text =
        String.format(
            Locale.ROOT,
            "lines %d, accepted %d and in the warehouse, rejected %d; %.1f s",
            lines,
            accepted,
            rejected,
            took.toMillis() / 1000.0);
    return rejectedFiles.isEmpty()
        ? text
        : text
            + "\nrejected lines with reasons: s3://%s/%s"
                .formatted(bucket, String.join(", ", rejectedFiles));
  }
}
