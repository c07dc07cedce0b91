package com.aisle.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Customers by recency, frequency and monetary value, see {@link CustomerSegment}. Each is scored 1
 * to 5 by the quintiles of the range's customers (interpolated, as spreadsheets do): one more than
 * the borders that lie below the value, so that equal customers have equal scores. Money is in the
 * currency with the most revenue, and only orders in it are looked at.
 */
final class Rfm implements Report {

  /** Most shops' customers return within a year, if they do. */
  private static final int YEAR = 365;

  /** What is added up of a group. */
  private record Sums(long people, long orders, BigDecimal revenue, long recency) {
    static final Sums NONE = new Sums(0, 0, BigDecimal.ZERO, 0);

    Sums plus(Sums other) {
      return new Sums(
          people + other.people,
          orders + other.orders,
          revenue.add(other.revenue),
          recency + other.recency);
    }
  }

  @Override
  public String name() {
    return "rfm";
  }

  @Override
  public String description() {
    return "Customers by how lately, how often and for how much they ordered.";
  }

  @Override
  public int defaultDays() {
    return YEAR;
  }

  @Override
  public List<Column> columns(ReportRequest request) {
    return List.of(
        Column.text("segment"),
        Column.count("people"),
        Column.count("orders"),
        Column.money("revenue"),
        Column.ratio("share"),
        Column.number("recency"),
        Column.number("frequency"),
        Column.money("monetary"));
  }

  @Override
  public ReportTable run(ReportRequest request, Facts facts) {
    String currency = MainCurrency.of(facts).code();
    Map<CustomerSegment, Sums> groups = new EnumMap<>(CustomerSegment.class);
    Map<String, Object> values = Map.of("currency", currency, "last", request.range().to());
    for (Row row : Row.of(facts.ask(sql(facts.sales()), values))) {
      CustomerSegment segment =
          CustomerSegment.of((int) row.count("recency_score"), (int) row.count("value_score"));
      Sums sums =
          new Sums(
              row.count("people"),
              row.count("orders"),
              row.money("revenue"),
              row.count("recency_sum"));
      groups.merge(segment, sums, Sums::plus);
    }
    Sums all = groups.values().stream().reduce(Sums.NONE, Sums::plus);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (CustomerSegment segment : CustomerSegment.values()) {
      rows.add(row(segment.word(), groups.getOrDefault(segment, Sums.NONE), all));
    }
    Map<String, @Nullable Object> totals = new HashMap<>();
    List<@Nullable Object> total = row("", all, all);
    List<Column> columns = columns(request);
    for (int i = 1; i < columns.size(); i++) {
      totals.put(columns.get(i).name(), total.get(i));
    }
    return ReportTable.whole(rows, totals).with(Map.of("currency", currency));
  }

  private static String sql(String sales) {
    return """
        SELECT recency_score, toUInt8(intDiv(frequency_score + money_score + 1, 2)) AS value_score,
               count() AS people, sum(recency) AS recency_sum, sum(frequency) AS orders,
               sum(money) AS revenue
        FROM (
          SELECT recency, frequency, money,
                 toUInt8(5 - arrayCount(border -> recency > border, recency_borders)) AS recency_score,
                 1 + arrayCount(border -> frequency > border, frequency_borders) AS frequency_score,
                 1 + arrayCount(border -> toFloat64(money) > border, money_borders) AS money_score
          FROM (
            SELECT groupArray((recency, frequency, money)) AS customers,
                   quantilesExactInclusive(0.2, 0.4, 0.6, 0.8)(recency) AS recency_borders,
                   quantilesExactInclusive(0.2, 0.4, 0.6, 0.8)(frequency) AS frequency_borders,
                   quantilesExactInclusive(0.2, 0.4, 0.6, 0.8)(toFloat64(money)) AS money_borders
            FROM (
              SELECT person,
                     dateDiff('day', toDate(maxIf(time, kind = 'sale'), {timezone:String}), {last:Date}) AS recency,
                     uniqExactIf(cityHash64(order_id), kind = 'sale') AS frequency,
                     sum(amount) AS money
              FROM %s
              WHERE person != 0 AND currency = {currency:String}
              GROUP BY person
              HAVING frequency > 0))
          ARRAY JOIN customers.1 AS recency, customers.2 AS frequency, customers.3 AS money)
        GROUP BY recency_score, value_score"""
        .formatted(sales);
  }

  private static List<@Nullable Object> row(String segment, Sums sums, Sums all) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(segment);
    row.add(sums.people());
    row.add(sums.orders());
    row.add(sums.revenue());
    row.add(Ratio.of(sums.revenue(), all.revenue()));
    row.add(Ratio.of(sums.recency(), sums.people()));
    row.add(Ratio.of(sums.orders(), sums.people()));
    row.add(
        sums.people() == 0
            ? null
            : sums.revenue().divide(BigDecimal.valueOf(sums.people()), 2, RoundingMode.HALF_EVEN));
    return row;
  }
}
