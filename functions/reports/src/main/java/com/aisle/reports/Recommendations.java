package com.aisle.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What recommendations are shown, clicked and lead to: sales are those that {@link LastTouch} owes
 * to a recommendation, in the currency with the most revenue.
 */
final class Recommendations implements Report {

  private static final String BY = "by";
  private static final String KIND = "kind";
  private static final String PRODUCT = "product";

  @Override
  public String name() {
    return "recommendations";
  }

  @Override
  public String description() {
    return "Impressions, clicks and sales of recommendations.";
  }

  @Override
  public List<ReportParameter> parameters() {
    return List.of(
        new ReportParameter.Choice(
            BY, "Kinds of recommendation, or recommended products.", List.of(KIND, PRODUCT)),
        LastTouch.window());
  }

  @Override
  public List<Column> columns(ReportRequest request) {
    List<Column> columns = new ArrayList<>();
    if (request.text(BY).equals(PRODUCT)) {
      columns.add(Column.product(PRODUCT));
      columns.add(Column.text(Titles.COLUMN));
    } else {
      columns.add(Column.text(KIND));
    }
    columns.add(Column.count("impressions"));
    columns.add(Column.count("clicks"));
    columns.add(Column.ratio("ctr"));
    columns.add(Column.count("orders"));
    columns.add(Column.count("units"));
    columns.add(Column.money("revenue"));
    return columns;
  }

  @Override
  public ReportTable run(ReportRequest request, Facts facts) {
    MainCurrency currency = MainCurrency.of(facts);
    Map<String, Object> values =
        Map.of("currency", currency.code(), LastTouch.WINDOW, LastTouch.seconds(request));
    Map<String, String> totals = new LinkedHashMap<>();
    totals.put("impressions", "sum(impressions) OVER ()");
    totals.put("clicks", "sum(clicks) OVER ()");
    totals.put("ctr", "sum(clicks) OVER () / nullIf(sum(impressions) OVER (), 0)");
    totals.put("units", "sum(units) OVER ()");
    totals.put("revenue", "sum(revenue) OVER ()");
    return facts
        .page(
            columns(request),
            sql(request.text(BY).equals(PRODUCT), facts),
            totals,
            Sort.descending("impressions"),
            values)
        .with(Map.of("currency", currency.code()));
  }

  private static String sql(boolean byProduct, Facts facts) {
    String shown = byProduct ? PRODUCT : KIND;
    String sold = byProduct ? PRODUCT : "recommendation_kind";
    return """
        SELECT part AS %s, %s sum(part_impressions) AS impressions, sum(part_clicks) AS clicks,
               clicks / nullIf(impressions, 0) AS ctr, sum(part_orders) AS orders,
               sum(part_units) AS units, sum(part_revenue) AS revenue
        FROM (
          SELECT toString(%s) AS part, sum(impressions) AS part_impressions,
                 sum(clicks) AS part_clicks, toUInt64(0) AS part_orders, toInt64(0) AS part_units,
                 toDecimal128(0, 4) AS part_revenue
          FROM %s
          GROUP BY part
          UNION ALL
          SELECT part, 0, 0, orders, units, revenue
          FROM (
            SELECT toString(%s) AS part, %s
            FROM %s
            WHERE currency = {currency:String} AND channel = 'recommendation'
            GROUP BY part))
        GROUP BY part"""
        .formatted(
            shown,
            byProduct ? "'' AS title," : "",
            shown,
            facts.recommendations(),
            sold,
            LastTouch.numbersSql(),
            LastTouch.linesSql(facts.touchedSales()));
  }
}
