package com.aisle.reports;

import com.aisle.warehouse.QueryResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The last 30 minutes, from the rows, whatever range is asked; and the last 50 events. */
final class Realtime implements Report {

  private static final int MINUTES = 30;
  private static final Duration NOW = Duration.ofMinutes(5);
  private static final int RECENT = 50;

  private static final List<Column> MEASURES =
      List.of(
          Column.count("visitors"),
          Column.count("page_views"),
          Column.count("product_views"),
          Column.count("searches"),
          Column.count("carts"),
          Column.count("orders"),
          Column.count("events"));

  @Override
  public String name() {
    return "realtime";
  }

  @Override
  public String description() {
    return "The last 30 minutes by minute, who is here now, and the last 50 events.";
  }

  @Override
  public Set<Segment> segments() {
    return EnumSet.of(Segment.DEVICE, Segment.COUNTRY);
  }

  @Override
  public boolean comparable() {
    return false;
  }

  @Override
  public List<Column> columns(ReportRequest request) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("minute", ColumnType.TIME));
    columns.addAll(MEASURES);
    return columns;
  }

  @Override
  public ReportTable run(ReportRequest request, Facts facts) {
    Instant first =
        facts.now().truncatedTo(ChronoUnit.MINUTES).minus(MINUTES - 1, ChronoUnit.MINUTES);
    Map<String, Object> times =
        Map.of("since", first, "now", facts.now(), "lately", facts.now().minus(NOW));
    Periods minutes = new Periods(request.range(), Granularity.HOUR, false);
    Map<String, Row> found = Row.byPeriod(minutes, facts.ask(sql(request), times), row -> true);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int minute = 0; minute < MINUTES; minute++) {
      String label = minutes.label((Object) first.plus(minute, ChronoUnit.MINUTES));
      List<@Nullable Object> values = new ArrayList<>(List.of(label));
      MEASURES.forEach(column -> values.add(count(found.get(label), column.name())));
      rows.add(values);
    }
    Map<String, @Nullable Object> totals = new LinkedHashMap<>();
    Row whole = found.get(Row.WHOLE);
    MEASURES.forEach(column -> totals.put(column.name(), count(whole, column.name())));
    totals.put("visitors_now", count(whole, "visitors_now"));
    return ReportTable.whole(rows, totals).with(Map.of("recent", recent(request, facts, times)));
  }

  private static long count(@Nullable Row row, String column) {
    return row == null ? 0 : row.count(column);
  }

  private static String sql(ReportRequest request) {
    return """
        SELECT grouping(period) AS whole, toStartOfMinute(time) AS period,
               uniqExactIf(person, person != 0) AS visitors,
               uniqExactIf(person, person != 0 AND time > {lately:DateTime64(3, 'UTC')}) AS visitors_now,
               countIf(action = 'page_view') AS page_views,
               countIf(action = 'product_view') AS product_views,
               countIf(action = 'search') AS searches, countIf(action = 'add_to_cart') AS carts,
               countIf(action = 'order') AS orders, countIf(action != 'order') AS events
        FROM (SELECT time, person, action FROM %1$s
               UNION ALL
              SELECT time, person, 'search' FROM searches FINAL WHERE %2$s AND device != 'bot'%3$s
               UNION ALL
              SELECT time, person, 'order' FROM orders FINAL WHERE %2$s AND kind = 'placed'%4$s)
        GROUP BY period WITH ROLLUP"""
        .formatted(events(request), WITHIN, segments(request), ofOrders(request));
  }

  /** A day further on both sides: which day it is depends on the zone. */
  private static final String WITHIN =
      """
      day BETWEEN toDate({since:DateTime64(3, 'UTC')}) - 1 AND toDate({now:DateTime64(3, 'UTC')}) + 1
        AND time >= {since:DateTime64(3, 'UTC')} AND time <= {now:DateTime64(3, 'UTC')}""";

  private static String events(ReportRequest request) {
    return "events FINAL WHERE %s AND device != 'bot'%s".formatted(WITHIN, segments(request));
  }

  private static String segments(ReportRequest request) {
    return request.segments().keySet().stream()
        .map(segment -> " AND %s".formatted(Sources.condition(segment)))
        .collect(Collectors.joining());
  }

  /** An order knows its country; the device is that of the buyer's events. */
  private static String ofOrders(ReportRequest request) {
    String country =
        request.segments().containsKey(Segment.COUNTRY)
            ? " AND " + Sources.condition(Segment.COUNTRY)
            : "";
    return request.segments().containsKey(Segment.DEVICE)
        ? "%s AND person IN (SELECT person FROM %s)".formatted(country, events(request))
        : country;
  }

  private static List<Map<String, @Nullable Object>> recent(
      ReportRequest request, Facts facts, Map<String, Object> times) {
    QueryResult found =
        facts.ask(
            """
            SELECT time, action, product, page, country FROM %s
            ORDER BY time DESC, event_id LIMIT %d"""
                .formatted(events(request), RECENT),
            times);
    Map<Object, Object> titles =
        facts.titles(
            found.values("product", String.class).stream()
                .filter(product -> !product.isEmpty())
                .distinct()
                .toList());
    return Row.of(found).stream().map(row -> event(row, titles)).toList();
  }

  private static Map<String, @Nullable Object> event(Row row, Map<Object, Object> titles) {
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("time", row.text("time"));
    event.put("action", row.text("action"));
    event.put("product", row.text("product"));
    event.put("title", titles.get(row.text("product")));
    event.put("page", row.text("page"));
    event.put("country", row.text("country"));
    return event;
  }
}
