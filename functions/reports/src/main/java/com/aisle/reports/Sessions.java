package com.aisle.reports;

import com.aisle.warehouse.QueryResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Visits by period, or by what they have in common. A bounce is a session of one page at most,
 * without search, click or basket.
 */
final class Sessions implements Report {

  private static final String PERIOD = "period";

  /** With the SQL of each over sessions. */
  private static final Map<Column, String> MEASURES = measures();

  private static final ReportParameter BY =
      new ReportParameter.Choice(
          "by",
          "What the sessions are grouped by.",
          List.of(PERIOD, "device", "country", "locale", "source", "landing_page", "exit_page"));

  @Override
  public String name() {
    return "sessions";
  }

  @Override
  public String description() {
    return "Sessions, how long they are and how many of them buy, by period, device, country, source or page.";
  }

  @Override
  public List<ReportParameter> parameters() {
    return List.of(BY);
  }

  @Override
  public int defaultSize() {
    return 1_000;
  }

  @Override
  public List<Column> columns(ReportRequest request) {
    String by = request.text(BY.name());
    List<Column> columns = new ArrayList<>();
    columns.add(
        by.equals(PERIOD)
            ? new Periods(request.range(), request.granularity(), true).column(PERIOD)
            : Column.text(by));
    columns.addAll(MEASURES.keySet());
    return columns;
  }

  @Override
  public ReportTable run(ReportRequest request, Facts facts) {
    String by = request.text(BY.name());
    return by.equals(PERIOD) ? byPeriod(facts) : by(by, request, facts);
  }

  private static ReportTable byPeriod(Facts facts) {
    Periods periods = facts.periods();
    String sql =
        "SELECT grouping(period) AS whole, %s AS period, %s\nFROM %s AS s\nGROUP BY period WITH ROLLUP"
            .formatted(periods.sql("day", "started_at"), measuresSql(), facts.sessions());
    Map<String, Row> found = Row.byPeriod(periods, facts.ask(sql), row -> true);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String period : periods.labels()) {
      Row row = found.get(period);
      List<@Nullable Object> values = new ArrayList<>(List.of(period));
      MEASURES.keySet().forEach(column -> values.add(value(row, column)));
      rows.add(values);
    }
    Row whole = found.get(Row.WHOLE);
    return ReportTable.whole(rows, totals(whole));
  }

  /** {@code by} is one of the choices above, so it is a column. */
  private ReportTable by(String by, ReportRequest request, Facts facts) {
    String select =
        "SELECT s.%s AS %s, %s\nFROM %s AS s\nGROUP BY %s"
            .formatted(by, by, measuresSql(), facts.sessions(), by);
    ReportTable page =
        facts.page(columns(request), select, Map.of(), Sort.descending("sessions"), Map.of());
    QueryResult whole =
        facts.ask("SELECT %s\nFROM %s AS s".formatted(measuresSql(), facts.sessions()));
    return ReportTable.page(
        page.rows(), totals(new Row(whole, whole.rows().getFirst())), page.total());
  }

  private static Map<String, @Nullable Object> totals(@Nullable Row whole) {
    Map<String, @Nullable Object> totals = new LinkedHashMap<>();
    MEASURES.keySet().forEach(column -> totals.put(column.name(), value(whole, column)));
    return totals;
  }

  private static @Nullable Object value(@Nullable Row row, Column column) {
    if (row != null) {
      return row.get(column.name());
    }
    return column.type() == ColumnType.COUNT ? 0L : null;
  }

  private static String measuresSql() {
    return MEASURES.entrySet().stream()
        .map(measure -> "%s AS %s".formatted(measure.getValue(), measure.getKey().name()))
        .collect(Collectors.joining(",\n       "));
  }

  private static Map<Column, String> measures() {
    Map<Column, String> measures = new LinkedHashMap<>();
    measures.put(Column.count("sessions"), "count()");
    measures.put(Column.count("visitors"), "uniqCombined64If(s.person, s.person != 0)");
    measures.put(Column.number("events_per_session"), "sum(s.events) / nullIf(count(), 0)");
    measures.put(
        Column.seconds("duration"),
        "if(count() = 0, NULL, quantileExact(0.5)(toUInt32(s.ended_at - s.started_at)))");
    measures.put(
        Column.ratio("bounce_rate"),
        "countIf(s.page_views + s.product_views <= 1 AND s.searches + s.search_clicks"
            + " + s.recommendation_clicks + s.carts + s.checkouts + s.purchases = 0)"
            + " / nullIf(count(), 0)");
    measures.put(Column.ratio("conversion"), "countIf(s.purchases > 0) / nullIf(count(), 0)");
    return measures;
  }
}
