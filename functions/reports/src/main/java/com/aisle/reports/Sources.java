package com.aisle.reports;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SQL of the facts of a range.
 *
 * @param shopDays whether the range is one of the warehouse's own days; otherwise rows are narrowed
 *     by their time too
 * @param someOpen whether some days must be read from the rows
 * @param segments what the request narrows
 */
record Sources(boolean shopDays, boolean someOpen, Set<Segment> segments) {

  private static final String DAYS = "day BETWEEN {from:Date} AND {to:Date}";

  private static final String OF_A_SALE =
      "day, time, order_id, kind, line, product, quantity, unit_price, amount, currency, person, client, user, country";

  private static final String OPEN_SALES =
      """
      (SELECT * REPLACE toDateTime(time, 'UTC') AS time
            FROM order_lines FINAL WHERE day IN {open:Array(Date)})""";

  private static final String EVENTS = "events FINAL\n  WHERE " + DAYS + " AND device != 'bot'";

  String sessions() {
    return sessions(segments);
  }

  private String sessions(Collection<Segment> narrowed) {
    return joined(
        "rollup_sessions",
        "sessions_of_days",
        Stream.concat(within("started_at"), narrowed.stream().map(Sources::condition)));
  }

  String queries() {
    return joined("rollup_queries", "queries_of_days", segments.stream().map(Sources::condition));
  }

  /**
   * Order lines without the last touches before them, which are dear to find for an open day. An
   * order knows its country. By its other segments it is known through the buyer's sessions: of the
   * day for a sale, of the range for a refund, which seldom falls on a day with a session.
   */
  String sales() {
    return sales(OF_A_SALE, OPEN_SALES);
  }

  /** The same with the last touches before them. */
  String touchedSales() {
    return sales("*", "sales_of_days(days = {open:Array(Date)})");
  }

  private String sales(String columns, String open) {
    List<Segment> ofSession =
        segments.stream().filter(segment -> segment != Segment.COUNTRY).toList();
    String country = segments.contains(Segment.COUNTRY) ? condition(Segment.COUNTRY) : "";
    Stream<String> conditions = Stream.concat(within("time"), Stream.of(country));
    String sales = joined(columns, "rollup_sales", open, conditions);
    if (ofSession.isEmpty()) {
      return sales;
    }
    String sessions =
        "%s WHERE person IN (SELECT person FROM %s)".formatted(sessions(ofSession), sales);
    return """
        (SELECT * FROM %s
         WHERE kind = 'sale' AND (day, person) IN (SELECT day, person FROM %s)
            OR kind = 'refund' AND person IN (SELECT person FROM %s))"""
        .formatted(sales, sessions, sessions);
  }

  /** The roll-up knows no segments and only the shop's days; the rows know both. */
  String products() {
    if (shopDays && segments.isEmpty()) {
      return joined("rollup_products", "products_of_days", Stream.of());
    }
    return """
        (SELECT day, product,
                countIf(action = 'impression') AS impressions,
                countIf(action = 'click') AS search_clicks,
                countIf(action = 'product_view') AS views,
                countIf(action = 'add_to_cart') AS carts,
                uniqCombined64StateIf(person, action = 'product_view' AND person != 0) AS viewers
         FROM %s AND product != ''%s
         GROUP BY day, product)"""
        .formatted(EVENTS, narrowed("time"));
  }

  String recommendations() {
    if (shopDays && segments.isEmpty()) {
      return joined("rollup_recommendations", "recommendations_of_days", Stream.of());
    }
    return """
        (SELECT day, recommendation_kind AS kind, product,
                countIf(action = 'recommendation_impression') AS impressions,
                countIf(action = 'recommendation_click') AS clicks
         FROM %s AND action IN ('recommendation_impression', 'recommendation_click')%s
         GROUP BY day, kind, product)"""
        .formatted(EVENTS, narrowed("time"));
  }

  /**
   * One row something that a person did, out of the actions that are asked for; a message that came
   * twice may be there twice.
   *
   * @param searches whether searches, which are rows of their own, are asked for too
   */
  String actions(boolean searches) {
    String found =
        """
        SELECT person, time, toString(action) AS action
        FROM events
        WHERE %s AND device != 'bot' AND person != 0 AND action IN {actions:Array(String)}%s"""
            .formatted(DAYS, narrowed("time"));
    String searched =
        """

        UNION ALL
        SELECT person, time, 'search' AS action
        FROM searches
        WHERE %s AND device != 'bot' AND person != 0%s"""
            .formatted(DAYS, narrowed("time"));
    return "(" + found + (searches ? searched : "") + ")";
  }

  private String joined(String rollup, String view, Stream<String> conditions) {
    return joined("*", rollup, view + "(days = {open:Array(Date)})", conditions);
  }

  private String joined(String columns, String rollup, String open, Stream<String> conditions) {
    String narrowed = and(conditions);
    String closed = "SELECT %s FROM %s WHERE %s%s".formatted(columns, rollup, DAYS, narrowed);
    return someOpen
        ? """
          (%s AND day NOT IN {open:Array(Date)}
            UNION ALL
           SELECT %s FROM %s WHERE %s%s)"""
            .formatted(closed, columns, open, DAYS, narrowed)
        : "(" + closed + ")";
  }

  private String narrowed(String time) {
    return and(Stream.concat(within(time), segments.stream().map(Sources::condition)));
  }

  private static String and(Stream<String> conditions) {
    return conditions
        .filter(condition -> !condition.isEmpty())
        .map(" AND "::concat)
        .collect(Collectors.joining());
  }

  private Stream<String> within(String time) {
    return shopDays
        ? Stream.of()
        : Stream.of(" >= {start:DateTime64(3, 'UTC')}", " < {end:DateTime64(3, 'UTC')}")
            .map(time::concat);
  }

  static String condition(Segment segment) {
    return "%s IN {%s:Array(String)}".formatted(segment.word(), segment.word());
  }
}
