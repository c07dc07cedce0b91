package com.aisle.reports;

import com.aisle.warehouse.QueryResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a shop looks at first, by period. A session counts in the period in which it
 * began, an order in the one in which it was placed, a refund in its own; money is in the currency
 * with the most revenue of the range.
 */
final class Overview implements Report {

  @Override
  public String name() {
    return "overview";
  }

  @Override
  public String description() {
    return "Visitors, sessions, orders and revenue by period.";
  }

  @Override
  public int defaultSize() {
    return 1_000;
  }

  @Override
  public List<Column> columns(ReportRequest request) {
    return List.of(
        new Periods(request.range(), request.granularity(), true)
            .column(request.granularity().word()),
        Column.count("visitors"),
        Column.count("sessions"),
        Column.count("page_views"),
        Column.count("searches"),
        Column.count("orders"),
        Column.count("units"),
        Column.money("revenue"),
        Column.ratio("conversion"),
        Column.ratio("search_use"));
  }

  @Override
  public ReportTable run(ReportRequest request, Facts facts) {
    Periods periods = facts.periods();
    QueryResult sessions = facts.ask(sessionsSql(periods, facts));
    QueryResult sales = facts.ask(salesSql(periods, facts));
    String currency = mainCurrency(sales).orElse("");
    Map<String, Row> visited = Row.byPeriod(periods, sessions, row -> true);
    Map<String, Row> sold =
        Row.byPeriod(periods, sales, row -> row.text("currency").equals(currency));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String period : periods.labels()) {
      rows.add(row(period, visited.get(period), sold.get(period)));
    }
    List<@Nullable Object> all = row("", visited.get(Row.WHOLE), sold.get(Row.WHOLE));
    Map<String, @Nullable Object> totals = new HashMap<>();
    List<Column> columns = columns(request);
    for (int i = 1; i < columns.size(); i++) {
      totals.put(columns.get(i).name(), all.get(i));
    }
    return ReportTable.whole(rows, totals).with(Map.of("currency", currency));
  }

  private static String sessionsSql(Periods periods, Facts facts) {
    return """
        SELECT grouping(period) AS whole, %s AS period,
               uniqCombined64If(person, person != 0) AS visitors, count() AS sessions,
               sum(s.page_views) AS page_views, sum(s.searches) AS searches,
               countIf(s.purchases > 0) AS buying, countIf(s.searches > 0) AS searching
        FROM %s AS s
        GROUP BY period WITH ROLLUP"""
        .formatted(periods.sql("day", "started_at"), facts.sessions());
  }

  private static String salesSql(Periods periods, Facts facts) {
    return """
        SELECT grouping(period) AS whole, currency, %s AS period,
               uniqExactIf(order_id, kind = 'sale') AS orders,
               sumIf(quantity, kind = 'sale') AS units, sum(amount) AS revenue
        FROM %s
        GROUP BY GROUPING SETS ((period, currency), (currency))"""
        .formatted(periods.sql("day", "time"), facts.sales());
  }

  private static List<@Nullable Object> row(
      String period, @Nullable Row visits, @Nullable Row sales) {
    long sessions = visits == null ? 0 : visits.count("sessions");
    List<@Nullable Object> row = new ArrayList<>();
    row.add(period);
    row.add(visits == null ? 0L : visits.count("visitors"));
    row.add(sessions);
    row.add(visits == null ? 0L : visits.count("page_views"));
    row.add(visits == null ? 0L : visits.count("searches"));
    row.add(sales == null ? 0L : sales.count("orders"));
    row.add(sales == null ? 0L : sales.count("units"));
    row.add(sales == null ? BigDecimal.ZERO : sales.money("revenue"));
    row.add(visits == null ? null : Ratio.of(visits.count("buying"), sessions));
    row.add(visits == null ? null : Ratio.of(visits.count("searching"), sessions));
    return row;
  }

  private static Optional<String> mainCurrency(QueryResult sales) {
    return Row.of(sales).stream()
        .filter(row -> row.count("whole") != 0)
        .max(Comparator.comparing(row -> row.money("revenue")))
        .map(row -> row.text("currency"));
  }
}
