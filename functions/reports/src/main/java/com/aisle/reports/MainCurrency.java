package com.aisle.reports;

import java.math.BigDecimal;
import java.util.List;

/**
 * The currency with the most revenue of a range: numbers of several currencies cannot be added up.
 *
 * @param code empty when nothing was sold
 * @param revenue of the range, refunds subtracted
 */
record MainCurrency(String code, BigDecimal revenue) {

  static MainCurrency of(Facts facts) {
    String sql =
        "SELECT currency, sum(amount) AS revenue\nFROM %s\nGROUP BY currency\nORDER BY revenue DESC, currency\nLIMIT 1"
            .formatted(facts.sales());
    List<Row> rows = Row.of(facts.ask(sql));
    return rows.isEmpty()
        ? new MainCurrency("", BigDecimal.ZERO)
        : new MainCurrency(rows.getFirst().text("currency"), rows.getFirst().money("revenue"));
  }
}
