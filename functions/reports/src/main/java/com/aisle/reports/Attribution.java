package com.aisle.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of the revenue is owed to search and to recommendations, by the last touch within a window.
 * An order of which lines are owed to different channels counts in each.
 */
final class Attribution implements Report {

  private static final String BY = "by";
  private static final String CHANNEL = "channel";
  private static final String QUERY = "query";
  private static final String KIND = "kind";
  private static final String PRODUCT = "product";

  @Override
  public String name() {
    return "attribution";
  }

  @Override
  public String description() {
    return "Orders and revenue by what led to them: search, recommendation, neither.";
  }

  @Override
  public List<ReportParameter> parameters() {
    return List.of(
        new ReportParameter.Choice(
            BY,
            "Channels, or what of search (query), recommendation (kind) or both (product) sold.",
            List.of(CHANNEL, QUERY, KIND, PRODUCT)),
        LastTouch.window());
  }

  @Override
  public List<Column> columns(ReportRequest request) {
    List<Column> columns = new ArrayList<>();
    if (request.text(BY).equals(PRODUCT)) {
      columns.add(Column.product(PRODUCT));
      columns.add(Column.text(Titles.COLUMN));
      columns.add(Column.text(CHANNEL));
    } else {
      columns.add(Column.text(request.text(BY)));
    }
    columns.add(Column.count("orders"));
    columns.add(Column.count("units"));
    columns.add(Column.money("revenue"));
    columns.add(Column.ratio("share"));
    return columns;
  }

  @Override
  public ReportTable run(ReportRequest request, Facts facts) {
    return request.text(BY).equals(CHANNEL) ? channels(request, facts) : parts(request, facts);
  }

  private static ReportTable channels(ReportRequest request, Facts facts) {
    String sql =
        """
        SELECT grouping(channel) AS whole, currency, channel, %s
        FROM %s
        GROUP BY GROUPING SETS ((channel, currency), (currency))
        ORDER BY whole DESC, revenue DESC, currency"""
            .formatted(LastTouch.numbersSql(), LastTouch.linesSql(facts.touchedSales()));
    List<Row> found = Row.of(facts.ask(sql, window(request)));
    Optional<Row> whole = found.stream().findFirst();
    String currency = whole.map(row -> row.text("currency")).orElse("");
    BigDecimal revenue = whole.map(row -> row.money("revenue")).orElse(BigDecimal.ZERO);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String channel : LastTouch.CHANNELS) {
      Optional<Row> sold =
          found.stream()
              .filter(row -> row.count("whole") == 0 && row.text("currency").equals(currency))
              .filter(row -> row.text(CHANNEL).equals(channel))
              .findFirst();
      rows.add(row(channel, sold, revenue));
    }
    Map<String, @Nullable Object> totals = new HashMap<>();
    totals.put("orders", whole.map(row -> row.count("orders")).orElse(0L));
    totals.put("units", whole.map(row -> row.count("units")).orElse(0L));
    totals.put("revenue", revenue);
    return ReportTable.whole(rows, totals).with(Map.of("currency", currency));
  }

  private static List<@Nullable Object> row(String channel, Optional<Row> sold, BigDecimal whole) {
    BigDecimal revenue = sold.map(row -> row.money("revenue")).orElse(BigDecimal.ZERO);
    List<@Nullable Object> row = new ArrayList<>();
    row.add(channel);
    row.add(sold.map(found -> found.count("orders")).orElse(0L));
    row.add(sold.map(found -> found.count("units")).orElse(0L));
    row.add(revenue);
    row.add(Ratio.of(revenue, whole));
    return row;
  }

  private ReportTable parts(ReportRequest request, Facts facts) {
    MainCurrency currency = MainCurrency.of(facts);
    String sales =
        "(SELECT * FROM %s WHERE currency = {currency:String} AND channel != 'direct')"
            .formatted(LastTouch.linesSql(facts.touchedSales()));
    Map<String, Object> values = new HashMap<>(window(request));
    values.put("currency", currency.code());
    values.put("whole", currency.revenue());
    String select =
        """
        SELECT %s, %s,
               if({whole:Decimal(38, 4)} = 0, NULL, toFloat64(revenue) / toFloat64({whole:Decimal(38, 4)})) AS share
        FROM %s
        GROUP BY ALL"""
            .formatted(
                keys(request.text(BY)), LastTouch.numbersSql(), source(request.text(BY), sales));
    Map<String, String> totals = new LinkedHashMap<>();
    totals.put("units", "sum(units) OVER ()");
    totals.put("revenue", "sum(revenue) OVER ()");
    totals.put("share", "sum(share) OVER ()");
    return facts
        .page(columns(request), select, totals, Sort.descending("revenue"), values)
        .with(Map.of("currency", currency.code()));
  }

  private static Map<String, Object> window(ReportRequest request) {
    return Map.of(LastTouch.WINDOW, LastTouch.seconds(request));
  }

  private static String keys(String by) {
    return switch (by) {
      case QUERY -> "query";
      case KIND -> "recommendation_kind AS kind";
      default -> "product, '' AS title, channel";
    };
  }

  private static String source(String by, String sales) {
    return switch (by) {
      case QUERY -> searched(sales);
      case KIND -> "(SELECT * FROM %s WHERE channel = 'recommendation')".formatted(sales);
      default -> sales;
    };
  }

  /**
   * Order lines with the text that was searched for; empty when the search is not kept any more.
   */
  private static String searched(String sales) {
    return """
        (SELECT s.*, q.query AS query
         FROM (SELECT * FROM %1$s WHERE channel = 'search') AS s
         LEFT ANY JOIN (
           SELECT query_id, any(query) AS query
           FROM searches
           WHERE day BETWEEN {from:Date} - 31 AND {to:Date}
             AND query_id IN (SELECT search_query_id FROM %1$s WHERE channel = 'search')
           GROUP BY query_id) AS q ON q.query_id = s.search_query_id)"""
        .formatted(sales);
  }
}
