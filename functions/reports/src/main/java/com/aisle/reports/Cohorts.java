package com.aisle.reports;

import com.aisle.warehouse.QueryResult;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Sizes of cohorts, and their numbers by period; both named by the period's first day. */
final class Cohorts {

  private final Map<String, Long> sizes = new HashMap<>();
  private final Map<String, BigDecimal> cells = new HashMap<>();

  /** Takes rows of {@code cohort, size}. */
  void addSizes(QueryResult result) {
    Row.of(result).forEach(row -> sizes.put(row.text("cohort"), row.count("size")));
  }

  /** Takes rows of {@code cohort, period, number}. */
  void addCells(QueryResult result) {
    Row.of(result)
        .forEach(
            row -> cells.put(key(row.text("cohort"), row.text("period")), row.money("number")));
  }

  long size(String cohort) {
    return sizes.getOrDefault(cohort, 0L);
  }

  BigDecimal cell(String cohort, String period) {
    return cells.getOrDefault(key(cohort, period), BigDecimal.ZERO);
  }

  /** How many of a cohort were there in its own period: all of them. */
  void sizesFromFirstCells() {
    cells.forEach(
        (key, number) -> {
          String cohort = key.substring(0, key.indexOf(' '));
          if (key.equals(key(cohort, cohort))) {
            sizes.put(cohort, number.longValueExact());
          }
        });
  }

  private static String key(String cohort, String period) {
    return cohort + " " + period;
  }
}
