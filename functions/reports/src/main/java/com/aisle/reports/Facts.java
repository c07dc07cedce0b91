package com.aisle.reports;

import com.aisle.warehouse.QueryResult;
import com.aisle.warehouse.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a range, as SQL to select from: closed days from their roll-up, open ones from the
 * rows, both narrowed to the range and the request's segments. What is put into SQL here is text of
 * this program; everything from outside goes by parameter.
 */
final class Facts {

  private final Asker asker;
  private final ReportRequest request;
  private final boolean shopDays;
  private final Instant now;
  private final Sources sources;
  private final Map<String, Object> parameters;
  private final List<LocalDate> open;

  /**
   * Facts of the request's range.
   *
   * @param shopZone in which the warehouse's days are
   * @param now the moment of the answer
   * @param open the days to read from the rows
   */
  Facts(Asker asker, ReportRequest request, ZoneId shopZone, Instant now, List<LocalDate> open) {
    this.asker = asker;
    this.request = request;
    this.now = now;
    this.shopDays = areShopDays(request.range(), shopZone);
    this.sources = new Sources(shopDays, !open.isEmpty(), request.segments().keySet());
    this.parameters = parameters(request, shopZone, open);
    this.open = List.copyOf(open);
  }

  /** Whether days of this range are days of the warehouse. */
  static boolean areShopDays(Range range, ZoneId shopZone) {
    return range.zone().getRules().equals(shopZone.getRules());
  }

  /** The range in days of the warehouse, which may reach a day further on both sides. */
  static Range covering(Range range, ZoneId shopZone) {
    return areShopDays(range, shopZone)
        ? range
        : new Range(range.from().minusDays(1), range.to().plusDays(1), shopZone);
  }

  private static Map<String, Object> parameters(
      ReportRequest request, ZoneId shopZone, List<LocalDate> open) {
    Range range = request.range();
    Range days = covering(range, shopZone);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("from", days.from());
    parameters.put("to", days.to());
    parameters.put("open", open);
    parameters.put("timezone", range.zone().getId());
    parameters.put("start", range.start());
    parameters.put("end", range.end());
    request.segments().forEach((segment, values) -> parameters.put(segment.word(), values));
    return parameters;
  }

  Range range() {
    return request.range();
  }

  Instant now() {
    return now;
  }

  /** The titles of these products, as far as they are known. */
  Map<Object, Object> titles(List<String> products) {
    return products.isEmpty() ? Map.of() : Titles.of(asker, products);
  }

  Periods periods() {
    return new Periods(request.range(), request.granularity(), shopDays);
  }

  /** One row a session: the columns of {@code rollup_sessions}. */
  String sessions() {
    return sources.sessions();
  }

  /** One row an order line: the columns of {@code rollup_sales}, but those of last touches. */
  String sales() {
    return sources.sales();
  }

  /** The same with the last touches before each order: all columns of {@code rollup_sales}. */
  String touchedSales() {
    return sources.touchedSales();
  }

  /** One row a day and product: the columns of {@code rollup_products}. */
  String products() {
    return sources.products();
  }

  /** One row a day, query, locale, device and country: {@code rollup_queries}. Shop days only. */
  String queries() {
    return sources.queries();
  }

  /** One row a day, kind and product: the columns of {@code rollup_recommendations}. */
  String recommendations() {
    return sources.recommendations();
  }

  /** One row something that a person did: {@code person, time, action}; see {@link Sources}. */
  String actions(boolean searches) {
    return sources.actions(searches);
  }

  /** The days of the range that must be read from the rows; parameter {@code open}. */
  List<LocalDate> open() {
    return open;
  }

  /** Asks; the parameters of the sources are there already. */
  QueryResult ask(String sql, Map<String, Object> more) {
    Map<String, Object> used = new HashMap<>(parameters);
    used.putAll(more);
    used.keySet().removeIf(name -> !sql.contains("{" + name + ":"));
    return asker.ask(new Statement(sql, used));
  }

  QueryResult ask(String sql) {
    return ask(sql, Map.of());
  }

  /**
   * One page of a list, sorted and counted by the warehouse.
   *
   * @param columns of the report; {@code select} answers them by these names
   * @param totals SQL over all rows, by column: {@code sum(views) OVER ()}
   * @param standard the order when the caller asked for none
   * @param more values of the parameters of {@code select}
   */
  ReportTable page(
      List<Column> columns,
      String select,
      Map<String, String> totals,
      Sort standard,
      Map<String, Object> more) {
    String sql =
        "SELECT %s, count() OVER ()%s\nFROM (\n%s\n)\nORDER BY %s\nLIMIT %d OFFSET %d"
            .formatted(
                names(columns),
                totals.values().stream().map(", "::concat).collect(Collectors.joining()),
                select,
                order(columns, request.sort() == null ? standard : request.sort()),
                request.size(),
                request.offset());
    List<List<@Nullable Object>> found = ask(sql, more).rows();
    if (found.isEmpty()) {
      return ReportTable.page(List.of(), Map.of(), rowsInAll(select, more));
    }
    int width = columns.size();
    List<String> totalled = List.copyOf(totals.keySet());
    Map<String, @Nullable Object> sums = new HashMap<>();
    IntStream.range(0, totalled.size())
        .forEach(i -> sums.put(totalled.get(i), found.getFirst().get(width + 1 + i)));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    found.forEach(row -> rows.add(row.subList(0, width)));
    return ReportTable.page(rows, sums, ((Number) value(found.getFirst(), width)).longValue());
  }

  private static Object value(List<@Nullable Object> row, int index) {
    Object value = row.get(index);
    if (value == null) {
      throw new IllegalStateException("column %d holds null".formatted(index));
    }
    return value;
  }

  /** A page beyond the last one has no row that says how many there are. */
  private long rowsInAll(String select, Map<String, Object> more) {
    return request.page() == 1
        ? 0
        : ask("SELECT count() FROM (\n%s\n)".formatted(select), more).single(Long.class);
  }

  private static String names(List<Column> columns) {
    return columns.stream().map(Column::name).map(Facts::quoted).collect(Collectors.joining(", "));
  }

  /** By the column, and by all others from the left on, so that pages never overlap. */
  private static String order(List<Column> columns, Sort sort) {
    String direction = sort.descending() ? " DESC" : "";
    return Stream.concat(
            Stream.of(quoted(sort.column()) + direction + " NULLS LAST"),
            columns.stream()
                .map(Column::name)
                .filter(name -> !name.equals(sort.column()))
                .map(Facts::quoted))
        .collect(Collectors.joining(", "));
  }

  private static String quoted(String name) {
    return '`' + name + '`';
  }
}
