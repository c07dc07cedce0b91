package com.aisle.local.launcher.importing;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The end of an import.
 *
 * @param products different products among the accepted lines that are to be found, that is not
 *     deleted
 * @param searchable how many of them a search finds
 * @param rejectedFiles keys of the files that hold the rejected lines
 */
public record ImportResult(
    long lines,
    long accepted,
    long rejected,
    long products,
    long searchable,
    Duration took,
    String bucket,
    List<String> rejectedFiles) {

  /** Accepted products that a search does not find. */
  public long lost() {
    return products - searchable;
  }

  /** The report for people. */
  public String text() {
    String text =
        String.format(
            Locale.ROOT,
            "lines %d, accepted %d, rejected %d; products %d, searchable %d, lost %d; %.1f s",
            lines,
            accepted,
            rejected,
            products,
            searchable,
            lost(),
            took.toMillis() / 1000.0);
    return rejectedFiles.isEmpty()
        ? text
        : text
            + "\nrejected lines with reasons: s3://%s/%s"
                .formatted(bucket, String.join(", ", rejectedFiles));
  }
}
