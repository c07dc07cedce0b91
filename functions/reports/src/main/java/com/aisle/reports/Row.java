package com.aisle.reports;

import com.aisle.warehouse.QueryResult;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A row of an answer of the warehouse, by the names of its columns. */
record Row(QueryResult result, List<@Nullable Object> values) {

  /** The key in {@link #byPeriod} of the row that is about the whole range. */
  static final String WHOLE = "";

  static List<Row> of(QueryResult result) {
    return result.rows().stream().map(row -> new Row(result, row)).toList();
  }

  /**
   * Rows by the label of the period that they are about; where column {@code whole} is not 0, by
   * {@link #WHOLE}.
   */
  static Map<String, Row> byPeriod(
      Periods periods, QueryResult result, Predicate<? super Row> taken) {
    Map<String, Row> rows = new HashMap<>();
    of(result).stream().filter(taken).forEach(row -> rows.put(row.period(periods), row));
    return rows;
  }

  /** Where its period is, see {@link #byPeriod}. */
  String period(Periods periods) {
    return count("whole") != 0 ? WHOLE : periods.label(value("period"));
  }

  String text(String column) {
    return value(column).toString();
  }

  long count(String column) {
    return ((Number) value(column)).longValue();
  }

  BigDecimal money(String column) {
    return new BigDecimal(text(column));
  }

  @Nullable Object get(String column) {
    return values.get(result.index(column));
  }

  Object value(String column) {
    Object value = get(column);
    if (value == null) {
      throw new IllegalStateException(column + " is null");
    }
    return value;
  }
}
