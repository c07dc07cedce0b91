package com.aisle.reports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report found.
 *
 * @param rows values as {@link ColumnType#shown} takes them, in the order of the columns
 * @param totals by column; each is of the whole range, not the sum of rows where that is wrong
 * @param total how many rows there are in all; {@link #UNPAGED} when these are all of them, neither
 *     sorted as asked nor cut into pages
 * @param more what the answer says beside, such as its currency
 */
record ReportTable(
    List<List<@Nullable Object>> rows,
    Map<String, @Nullable Object> totals,
    long total,
    Map<String, Object> more) {

  static final long UNPAGED = -1;

  /** All rows in their natural order; they are sorted and cut into pages afterwards. */
  static ReportTable whole(
      List<List<@Nullable Object>> rows, Map<String, @Nullable Object> totals) {
    return new ReportTable(rows, totals, UNPAGED, Map.of());
  }

  /** One page, sorted by the warehouse. */
  static ReportTable page(
      List<List<@Nullable Object>> rows, Map<String, @Nullable Object> totals, long total) {
    return new ReportTable(rows, totals, total, Map.of());
  }

  ReportTable with(Map<String, Object> other) {
    return new ReportTable(rows, totals, total, other);
  }
}
