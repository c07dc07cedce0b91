package com.aisle.reports;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code POST /v1/reports/query} can be asked: measures, each of one source of facts, and
 * dimensions, each of one source or more. All SQL of an ad-hoc query is written down here.
 */
final class QueryModel {

  /** Where facts come from. */
  enum Source {
    SESSIONS,
    SALES,
    PRODUCTS,
    SEARCHES;

    /** Whether its rows know their moment; the others know the shop's day only. */
    boolean timed() {
      return this == SESSIONS || this == SALES;
    }

    String facts(Facts facts) {
      return switch (this) {
        case SESSIONS -> facts.sessions();
        case SALES -> facts.touchedSales();
        case PRODUCTS -> facts.products();
        case SEARCHES -> facts.queries();
      };
    }
  }

  /**
   * A number.
   *
   * @param sql aggregates rows of the source, named {@code f}
   */
  record Measure(Column column, Source source, String sql, String description) {

    String name() {
      return column.name();
    }
  }

  /**
   * By what rows are grouped and filtered.
   *
   * @param sql of each source that has it, over a row named {@code f}
   */
  record Dimension(Column column, Map<Source, String> sql, String description) {

    String name() {
      return column.name();
    }
  }

  private static final String CHANNEL =
      "multiIf(least(f.search_age, f.recommendation_age) > 604800, 'direct',"
          + " f.search_age <= f.recommendation_age, 'search', 'recommendation')";

  static final QueryModel STANDARD = new QueryModel();

  private final Map<String, Measure> measures = new LinkedHashMap<>();
  private final Map<String, Dimension> dimensions = new LinkedHashMap<>();

  private QueryModel() {
    addSessions();
    addSales();
    addProducts();
    addSearches();
    addDimensions();
  }

  List<Measure> measures() {
    return List.copyOf(measures.values());
  }

  List<Dimension> dimensions() {
    return List.copyOf(dimensions.values());
  }

  Optional<Measure> measure(String name) {
    return Optional.ofNullable(measures.get(name));
  }

  Optional<Dimension> dimension(String name) {
    return Optional.ofNullable(dimensions.get(name));
  }

  /** The dimensions that hold a period. */
  static boolean isPeriod(Dimension dimension) {
    return Stream.of(Granularity.values()).anyMatch(g -> g.word().equals(dimension.name()));
  }

  private void addSessions() {
    Source of = Source.SESSIONS;
    add(Column.count("sessions"), of, "count()", "Sessions, by when they began.");
    add(
        Column.count("visitors"),
        of,
        "uniqCombined64If(f.person, f.person != 0)",
        "People with a session; exact where few, within about 0.5 % where many.");
    add(Column.count("page_views"), of, "sum(f.page_views)", "Page views within sessions.");
    add(Column.count("searches"), of, "sum(f.searches)", "Searches within sessions.");
    add(
        Column.count("product_views"),
        of,
        "sum(f.product_views)",
        "Product views within sessions.");
    add(Column.count("carts"), of, "sum(f.carts)", "Additions to a basket within sessions.");
    add(
        Column.count("buying_sessions"),
        of,
        "countIf(f.purchases > 0)",
        "Sessions with a purchase.");
    add(
        Column.ratio("conversion"),
        of,
        "countIf(f.purchases > 0) / nullIf(count(), 0)",
        "Sessions with a purchase for each session.");
  }

  private void addSales() {
    Source of = Source.SALES;
    add(
        Column.count("orders"),
        of,
        "uniqExactIf(f.order_id, f.kind = 'sale')",
        "Orders, by when they were placed.");
    add(Column.count("units"), of, "sumIf(f.quantity, f.kind = 'sale')", "Units sold.");
    add(Column.money("revenue"), of, money("1"), "What was sold less what was given back.");
    add(Column.money("gross"), of, money("f.kind = 'sale'"), "What was sold.");
    add(
        Column.money("refunds"),
        of,
        "-" + money("f.kind = 'refund'"),
        "What was given back, by when it was.");
    add(
        Column.count("customers"),
        of,
        "uniqCombined64If(f.person, f.kind = 'sale' AND f.person != 0)",
        "People with an order.");
  }

  private static String money(String condition) {
    return "sumIf(f.amount, %s AND ({currency:String} = '' OR f.currency = {currency:String}))"
        .formatted(condition);
  }

  private void addProducts() {
    Source of = Source.PRODUCTS;
    add(Column.count("views"), of, "sum(f.views)", "Views of products, with and without consent.");
    add(Column.count("viewers"), of, "uniqCombined64Merge(f.viewers)", "People who viewed.");
    add(Column.count("impressions"), of, "sum(f.impressions)", "Times shown in search results.");
    add(Column.count("search_clicks"), of, "sum(f.search_clicks)", "Clicks on search results.");
    add(Column.count("cart_adds"), of, "sum(f.carts)", "Additions of the product to a basket.");
  }

  private void addSearches() {
    Source of = Source.SEARCHES;
    add(Column.count("intents"), of, "sum(f.intents)", "Searches, keystrokes of one taken as one.");
    add(Column.count("queries"), of, "sum(f.searches)", "Searches, each keystroke counted.");
    add(Column.count("without_result"), of, "sum(f.without_result)", "Intents without result.");
    add(Column.count("clicked"), of, "sum(f.clicked)", "Intents with a click.");
    add(
        Column.ratio("ctr"),
        of,
        "sum(f.clicked) / nullIf(sum(f.intents), 0)",
        "Intents with a click for each intent.");
  }

  private void add(Column column, Source source, String sql, String description) {
    measures.put(column.name(), new Measure(column, source, sql, description));
  }

  private void addDimensions() {
    for (Granularity granularity : Granularity.values()) {
      period(granularity);
    }
    column("country", Source.SESSIONS, Source.SALES, Source.SEARCHES);
    column("device", Source.SESSIONS, Source.SEARCHES);
    column("locale", Source.SESSIONS, Source.SEARCHES);
    column("source", Source.SESSIONS);
    column("landing_page", Source.SESSIONS);
    column("exit_page", Source.SESSIONS);
    column("query", Source.SEARCHES);
    add(Column.currency("currency"), Map.of(Source.SALES, "f.currency"), "ISO 4217.");
    add(
        Column.product("product"),
        Map.of(Source.SALES, "f.product", Source.PRODUCTS, "f.product"),
        "The product's id.");
    add(
        Column.text("channel"),
        Map.of(Source.SALES, CHANNEL),
        "The last touch within 7 days before the order: search, recommendation or direct.");
  }

  /** Its SQL depends on the request: see {@link QueryCompiler}. */
  private void period(Granularity granularity) {
    Map<Source, String> sql = new EnumMap<>(Source.class);
    Stream.of(Source.values())
        .filter(source -> source.timed() || granularity != Granularity.HOUR)
        .forEach(source -> sql.put(source, ""));
    ColumnType type = granularity == Granularity.HOUR ? ColumnType.TIME : ColumnType.DATE;
    add(
        new Column(granularity.word(), type),
        sql,
        "The %s, by its beginning.".formatted(granularity.word()));
  }

  private void column(String name, Source... sources) {
    Map<Source, String> sql = new EnumMap<>(Source.class);
    Stream.of(sources).forEach(source -> sql.put(source, "f." + name));
    add(Column.text(name), sql, "Empty where unknown.");
  }

  private void add(Column column, Map<Source, String> sql, String description) {
    dimensions.put(column.name(), new Dimension(column, sql, description));
  }
}
