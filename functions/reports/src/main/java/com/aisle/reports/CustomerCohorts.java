package com.aisle.reports;

import java.util.Map;

/** Customers by the period of their first order, and what they order by period. */
final class CustomerCohorts {

  private final Granularity by;
  private final String measure;
  private final String currency;

  /**
   * Cohorts.
   *
   * @param measure {@code customers}, {@code orders} or {@code revenue}, which is in the currency
   */
  CustomerCohorts(Granularity by, String measure, String currency) {
    this.by = by;
    this.measure = measure;
    this.currency = currency;
  }

  Cohorts ask(Facts facts) {
    String first = first(facts);
    Cohorts cohorts = new Cohorts();
    cohorts.addSizes(
        facts.ask(
            "SELECT %s AS cohort, count() AS size\nFROM %s\nGROUP BY cohort"
                .formatted(by.firstDaySql("first_day"), first)));
    cohorts.addCells(facts.ask(cells(facts, first), Map.of("currency", currency)));
    return cohorts;
  }

  private String cells(Facts facts, String first) {
    return """
        SELECT %s AS cohort, period, %s AS number
        FROM (
          SELECT person, %s AS period, countIf(kind = 'sale') > 0 AS ordered,
                 uniqExactIf(cityHash64(order_id), kind = 'sale') AS orders,
                 sumIf(amount, currency = {currency:String}) AS revenue
          FROM %s
          WHERE person != 0
          GROUP BY person, period) AS sales
        INNER JOIN %s AS customers ON customers.person = sales.person
        GROUP BY cohort, period"""
        .formatted(
            by.firstDaySql("first_day"),
            measure.equals("customers") ? "countIf(ordered)" : "sum(%s)".formatted(measure),
            by.firstDaySql("day"),
            facts.sales(),
            first);
  }

  /** New customers of the range; of an open day they may not be noted yet. */
  private static String first(Facts facts) {
    String open =
        """

            UNION ALL
            SELECT person, day FROM order_lines FINAL
            WHERE day IN {open:Array(Date)} AND kind = 'sale' AND person != 0""";
    return """
        (
          SELECT person, min(ordered_on) AS first_day
          FROM (
            SELECT person, first_day AS ordered_on FROM customers%s)
          GROUP BY person
          HAVING first_day BETWEEN {from:Date} AND {to:Date})"""
        .formatted(facts.open().isEmpty() ? "" : open);
  }
}
