package com.aisle.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Products from being seen to being sold. Money is in the currency with the most revenue of the
 * range; revenue is what was sold less what was given back, and conversion orders for each view.
 */
final class ProductsReport implements Report {

  private static final ReportParameter PRODUCT =
      new ReportParameter.Text("product", "Only this product, by its id.", 200);

  private static final ReportParameter CATEGORY =
      new ReportParameter.Text(
          "category", "Only products under this category, steps parted by ' > '.", 500);

  @Override
  public String name() {
    return "products";
  }

  @Override
  public String description() {
    return "Views, baskets, orders and revenue of each product.";
  }

  @Override
  public List<ReportParameter> parameters() {
    return List.of(PRODUCT, CATEGORY);
  }

  @Override
  public List<Column> columns(ReportRequest request) {
    return List.of(
        Column.product("product"),
        Column.text(Titles.COLUMN),
        Column.count("views"),
        Column.count(Viewers.COLUMN),
        Column.count("carts"),
        Column.count("orders"),
        Column.count("units"),
        Column.money("revenue"),
        Column.money("refunds"),
        Column.ratio("conversion"),
        Column.ratio("cart_rate"));
  }

  @Override
  public ReportTable run(ReportRequest request, Facts facts) {
    String currency = Currencies.main(facts);
    Map<String, Object> parameters =
        Map.of(
            "currency", currency,
            "product", request.text(PRODUCT.name()),
            "category", request.text(CATEGORY.name()));
    boolean byViewers = request.sort() != null && request.sort().column().equals(Viewers.COLUMN);
    List<Column> columns = columns(request);
    ReportTable page =
        facts.page(
            columns,
            sql(request, facts, byViewers),
            totals(),
            Sort.descending("revenue"),
            parameters);
    return (byViewers ? page : Viewers.fill(page, columns, facts))
        .with(Map.of("currency", currency));
  }

  private static String sql(ReportRequest request, Facts facts, boolean withViewers) {
    String narrowed = narrowed(request);
    return """
        SELECT if(v.product != '', v.product, s.product) AS product, '' AS title,
               v.views AS views, v.viewers AS viewers, v.carts AS carts, s.orders AS orders,
               s.units AS units, s.revenue AS revenue, s.refunds AS refunds,
               s.orders / nullIf(v.views, 0) AS conversion, v.carts / nullIf(v.views, 0) AS cart_rate
        FROM (SELECT product, sum(p.views) AS views, %s AS viewers,
                     sum(p.carts) AS carts
              FROM %s AS p WHERE %s GROUP BY product) AS v
        FULL JOIN (SELECT product, uniqExactIf(order_id, kind = 'sale') AS orders,
                     sumIf(quantity, kind = 'sale') AS units,
                     sumIf(amount, currency = {currency:String}) AS revenue,
                     -sumIf(amount, kind = 'refund' AND currency = {currency:String}) AS refunds
              FROM %s WHERE %s GROUP BY product) AS s ON s.product = v.product"""
        .formatted(
            withViewers ? "uniqCombined64Merge(p.viewers)" : "toUInt64(0)",
            facts.products(),
            narrowed,
            facts.sales(),
            narrowed);
  }

  private static String narrowed(ReportRequest request) {
    String product = request.text(PRODUCT.name()).isEmpty() ? "1" : "product = {product:String}";
    String category =
        request.text(CATEGORY.name()).isEmpty()
            ? "1"
            : """
              product IN (SELECT product FROM products FINAL
                WHERE startsWith(concat(arrayStringConcat(category, ' > '), ' > '),
                                 concat({category:String}, ' > ')))""";
    return product + " AND " + category;
  }

  private static Map<String, String> totals() {
    Map<String, String> totals = new LinkedHashMap<>();
    for (String column : List.of("views", "carts", "units", "revenue", "refunds")) {
      totals.put(column, "sum(%s) OVER ()".formatted(column));
    }
    totals.put("cart_rate", "sum(carts) OVER () / nullIf(sum(views) OVER (), 0)");
    return totals;
  }
}
