package com.aisle.reports;

import com.aisle.warehouse.QueryResult;

/** Which currency money is shown in where a report shows one only. */
final class Currencies {

  private Currencies() {}

  /** The one with the most revenue of the range; empty when nothing was sold. */
  static String main(Facts facts) {
    QueryResult found =
        facts.ask(
            "SELECT currency FROM %s GROUP BY currency ORDER BY sum(amount) DESC, currency LIMIT 1"
                .formatted(facts.sales()));
    return found.rows().isEmpty() ? "" : found.single(String.class);
  }
}
