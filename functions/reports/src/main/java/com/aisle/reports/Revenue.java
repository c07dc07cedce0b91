package com.aisle.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Money by period and currency. A sale counts when the order was placed, a refund when it was
 * given; totals are of the currency with the most revenue, {@code currencies} has those of all.
 */
final class Revenue implements Report {

  private static final List<Column> MEASURES =
      List.of(
          Column.count("orders"),
          Column.count("units"),
          Column.money("gross"),
          Column.money("refunds"),
          Column.money("net"),
          Column.money("average_order"),
          Column.count("customers"));

  @Override
  public String name() {
    return "revenue";
  }

  @Override
  public String description() {
    return "Orders and money by period and currency, with what was given back.";
  }

  @Override
  public int defaultSize() {
    return 1_000;
  }

  @Override
  public List<Column> columns(ReportRequest request) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Periods(request.range(), request.granularity(), true).column("period"));
    columns.add(Column.currency("currency"));
    columns.addAll(MEASURES);
    return columns;
  }

  @Override
  public ReportTable run(ReportRequest request, Facts facts) {
    Periods periods = facts.periods();
    Map<String, Map<String, Row>> byCurrency = new LinkedHashMap<>();
    Row.of(facts.ask(sql(periods, facts)))
        .forEach(
            row ->
                byCurrency
                    .computeIfAbsent(row.text("currency"), currency -> new LinkedHashMap<>())
                    .put(row.period(periods), row));
    List<String> currencies =
        byCurrency.keySet().stream()
            .sorted(Comparator.comparing((String currency) -> net(byCurrency, currency)).reversed())
            .toList();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String period : periods.labels()) {
      currencies.forEach(currency -> rows.add(row(period, currency, byCurrency)));
    }
    List<Map<String, @Nullable Object>> totals =
        currencies.stream().map(currency -> total(currency, byCurrency)).toList();
    return ReportTable.whole(rows, totals.isEmpty() ? Map.of() : sums(totals.getFirst()))
        .with(
            Map.of(
                "currency",
                currencies.isEmpty() ? "" : currencies.getFirst(),
                "currencies",
                totals.stream().map(Revenue::shown).toList()));
  }

  private static String sql(Periods periods, Facts facts) {
    return """
        SELECT grouping(period) AS whole, currency, %s AS period,
               uniqExactIf(order_id, kind = 'sale') AS orders,
               sumIf(quantity, kind = 'sale') AS units,
               sumIf(amount, kind = 'sale') AS gross, -sumIf(amount, kind = 'refund') AS refunds,
               sum(amount) AS net,
               uniqExactIf(person, kind = 'sale' AND person != 0) AS customers
        FROM %s
        GROUP BY GROUPING SETS ((period, currency), (currency))"""
        .formatted(periods.sql("day", "time"), facts.sales());
  }

  private static BigDecimal net(Map<String, Map<String, Row>> byCurrency, String currency) {
    Row whole = byCurrency.getOrDefault(currency, Map.of()).get(Row.WHOLE);
    return whole == null ? BigDecimal.ZERO : whole.money("net");
  }

  private static List<@Nullable Object> row(
      String period, String currency, Map<String, Map<String, Row>> byCurrency) {
    Row row = byCurrency.getOrDefault(currency, Map.of()).get(period);
    List<@Nullable Object> values = new ArrayList<>(List.of(period, currency));
    if (row == null) {
      BigDecimal none = BigDecimal.ZERO;
      values.addAll(List.of(0L, 0L, none, none, none));
      values.add(null);
      values.add(0L);
      return values;
    }
    values.addAll(List.of(row.count("orders"), row.count("units")));
    values.addAll(List.of(row.money("gross"), row.money("refunds"), row.money("net")));
    values.add(average(row));
    values.add(row.count("customers"));
    return values;
  }

  private static @Nullable BigDecimal average(Row row) {
    long orders = row.count("orders");
    return orders == 0
        ? null
        : row.money("gross").divide(BigDecimal.valueOf(orders), 2, RoundingMode.HALF_EVEN);
  }

  private static Map<String, @Nullable Object> total(
      String currency, Map<String, Map<String, Row>> byCurrency) {
    List<@Nullable Object> values = row(Row.WHOLE, currency, byCurrency);
    Map<String, @Nullable Object> total = new LinkedHashMap<>();
    total.put("currency", currency);
    IntStream.range(0, MEASURES.size())
        .forEach(i -> total.put(MEASURES.get(i).name(), values.get(i + 2)));
    return total;
  }

  private static Map<String, @Nullable Object> sums(Map<String, @Nullable Object> total) {
    Map<String, @Nullable Object> sums = new LinkedHashMap<>(total);
    sums.remove("currency");
    return sums;
  }

  private static Map<String, @Nullable Object> shown(Map<String, @Nullable Object> total) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>(total);
    MEASURES.forEach(
        column -> shown.put(column.name(), column.type().shown(total.get(column.name()))));
    return shown;
  }
}
