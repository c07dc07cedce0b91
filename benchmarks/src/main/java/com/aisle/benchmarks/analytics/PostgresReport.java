package com.aisle.benchmarks.analytics;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same report as SQL on the rows in PostgreSQL; columns are named as in Aisle. */
enum PostgresReport {
  OVERVIEW("day"),
  REVENUE("period"),
  FUNNEL("step"),
  PRODUCTS("product"),
  SEARCHES("query", "locale");

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> key;

  PostgresReport(String... key) {
    this.key = List.of(key);
  }

  /** Name of the report in Aisle. */
  String report() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The first columns, which tell rows apart; null in the row of totals. */
  List<String> key() {
    return key;
  }

  /** The rows for a range of days. */
  List<Map<String, @Nullable Object>> run(Connection connection, LocalDate from, LocalDate to)
      throws SQLException {
    // {range} stands for the days that are asked for.
    String sql = Resource.sql("postgres_" + report()).replace("{range}", "day BETWEEN ? AND ?");
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameters = (int) sql.chars().filter(c -> c == '?').count();
      for (int i = 1; i <= parameters; i += 2) {
        statement.setObject(i, from);
        statement.setObject(i + 1, to);
      }
      try (ResultSet result = statement.executeQuery()) {
        return rows(result);
      }
    }
  }

  private static List<Map<String, @Nullable Object>> rows(ResultSet result) throws SQLException {
    int width = result.getMetaData().getColumnCount();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    while (result.next()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      for (int i = 1; i <= width; i++) {
        row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
      }
      rows.add(row);
    }
    return rows;
  }
}
