package com.aisle.reports;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sorts rows of shown values and cuts them into pages, as the warehouse does for long lists. */
final class RowOrder {

  private RowOrder() {}

  static List<List<@Nullable Object>> page(
      List<Column> columns, List<List<@Nullable Object>> rows, ReportRequest request) {
    Sort sort = request.sort();
    List<List<@Nullable Object>> sorted =
        sort == null ? rows : rows.stream().sorted(comparator(columns, sort)).toList();
    int from = Math.min(sorted.size(), request.offset());
    return sorted.subList(from, Math.min(sorted.size(), from + request.size()));
  }

  private static Comparator<List<@Nullable Object>> comparator(List<Column> columns, Sort sort) {
    int index = columns.stream().map(Column::name).toList().indexOf(sort.column());
    boolean text =
        switch (columns.get(index).type()) {
          case DATE, TIME, TEXT, PRODUCT, CURRENCY -> true;
          case COUNT, MONEY, RATIO, SECONDS, NUMBER -> false;
        };
    Comparator<Object> values =
        text
            ? Comparator.comparing(Object::toString)
            : Comparator.comparing(value -> new BigDecimal(value.toString()));
    Comparator<Object> directed = sort.descending() ? values.reversed() : values;
    return (one, other) -> {
      Object a = one.get(index);
      Object b = other.get(index);
      if (a == null || b == null) {
        return Boolean.compare(a == null, b == null);
      }
      return directed.compare(a, b);
    };
  }
}
