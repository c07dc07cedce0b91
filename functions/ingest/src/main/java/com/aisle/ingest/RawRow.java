package com.aisle.ingest;

import java.nio.charset.StandardCharsets;

/**
 * One row on its way: a piece of the message that it came with, untouched.
 *
 * @param id tells it from every other row of its table
 * @param day ISO 8601; empty where the table has none
 * @param from of {@code buffer}, where its JSON object begins
 * @param to behind its end
 */
@SuppressWarnings("ArrayRecordComponent") // shared with the other rows of the message, not compared
record RawRow(Table table, String id, String day, byte[] buffer, int from, int to) {

  static RawRow of(Table table, String id, String day, byte[] json) {
    return new RawRow(table, id, day, json, 0, json.length);
  }

  int length() {
    return to - from;
  }

  /** The month, by which tables are partitioned. */
  String month() {
    return day.isEmpty() ? "" : day.substring(0, 7);
  }

  String json() {
    return new String(buffer, from, length(), StandardCharsets.UTF_8);
  }
}
