package com.aisle.warehouse;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Rows to insert: JSON objects one a line (JSONEachRow), whose keys are the names of columns. Times
 * are text such as {@code 2026-11-25 01:02:03.456} in UTC; unsigned 64-bit numbers and decimals may
 * be text; a column that is absent gets its default.
 */
public final class Rows {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final int count;
  private final byte[] json;

  /**
   * Rows that are encoded already.
   *
   * @param json UTF-8, belongs to this object from now on
   */
  public Rows(int count, byte[] json) {
    this.count = count;
    this.json = json;
  }

  /** A time as rows write it: in UTC, to the millisecond. */
  public static String time(Instant time) {
    return TIME.format(time);
  }

  /** Rows out of one JSON object each. */
  public static Rows of(List<String> objects) {
    return new Rows(objects.size(), String.join("\n", objects).getBytes(StandardCharsets.UTF_8));
  }

  /** How many. */
  public int count() {
    return count;
  }

  /** Their text in UTF-8; not a copy. */
  public byte[] json() {
    return json;
  }
}
