package com.aisle.reports;

import java.time.Duration;
import java.util.List;

/**
 * What an order line is owed to: the last click on the same product, by the same person, before the
 * order was placed. Of a click on a search result and one on a recommendation the younger counts,
 * at the same second the search. What was given back is owed to the same as the sale.
 */
final class LastTouch {

  static final String SEARCH = "search";
  static final String RECOMMENDATION = "recommendation";
  static final String DIRECT = "direct";

  /** From most to least deliberate. */
  static final List<String> CHANNELS = List.of(SEARCH, RECOMMENDATION, DIRECT);

  static final String WINDOW = "window";

  private LastTouch() {}

  static ReportParameter window() {
    return new ReportParameter.Span(
        WINDOW,
        "How long after a click an order is owed to it.",
        Duration.ofDays(7),
        Duration.ofMinutes(1),
        Duration.ofDays(30));
  }

  /** The value of the SQL's parameter {@code window}. */
  static long seconds(ReportRequest request) {
    return request.duration(WINDOW).toSeconds();
  }

  /** SQL of order lines with their {@code channel}; parameter {@code window}. */
  static String linesSql(String sales) {
    return """
        (SELECT *, kind = 'sale' AS sold,
                multiIf(search_age <= {window:UInt32} AND search_age <= recommendation_age, 'search',
                        recommendation_age <= {window:UInt32}, 'recommendation', 'direct') AS channel
         FROM %s)"""
        .formatted(sales);
  }

  /** SQL over such lines: different orders, units sold, and revenue with refunds subtracted. */
  static String numbersSql() {
    return """
        uniqExactIf(cityHash64(order_id), sold) AS orders, sumIf(quantity, sold) AS units,
               sum(amount) AS revenue""";
  }
}
