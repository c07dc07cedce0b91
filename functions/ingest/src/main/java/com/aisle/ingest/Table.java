package com.aisle.ingest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of the warehouse that messages fill (infra/clickhouse/0001_facts.sql). */
@SuppressWarnings("ImmutableEnumChecker") // the collections are made by List.of and Set.of
enum Table {
  EVENTS(
      "events",
      List.of("event_id"),
      true,
      "day time action event_id person client user session product query_id recommendation_id"
          + " recommendation_kind position order_id quantity amount currency page source device"
          + " country locale network attributes received_at"),
  SEARCHES(
      "searches",
      List.of("query_id"),
      true,
      "day time query_id person client session query locale filter sort page hits products took_ms"
          + " degraded device country"),
  RECOMMENDATIONS(
      "recommendations",
      List.of("recommendation_id"),
      true,
      "day time recommendation_id kind person client session model variant products took_ms"
          + " degraded"),
  ORDERS(
      "orders",
      List.of("event_id"),
      true,
      "day time order_id kind event_id person client user amount currency country"),
  ORDER_LINES(
      "order_lines",
      List.of("event_id", "line"),
      true,
      "day time order_id kind event_id line product quantity unit_price amount currency person"
          + " client user country placed_at"),
  PRODUCTS(
      "products",
      List.of("product", "updated_at"),
      false,
      "product title_en title_zh brand category price currency image deleted updated_at"),
  REJECTED_EVENTS(
      "rejected_events",
      List.of("rejection_id"),
      false,
      "day rejected_at rejection_id source reason event_id person client user payload replayed_at");

  /** The word by which a message says what its rows are. */
  private static final Map<String, Table> BY_KIND =
      Stream.of(EVENTS, SEARCHES, RECOMMENDATIONS, PRODUCTS, REJECTED_EVENTS)
          .collect(Collectors.toUnmodifiableMap(Table::kind, Function.identity()));

  private final String tableName;
  private final List<String> idColumns;
  private final boolean feedsRollups;
  private final Set<String> columns;

  Table(String tableName, List<String> idColumns, boolean feedsRollups, String columns) {
    this.tableName = tableName;
    this.idColumns = idColumns;
    this.feedsRollups = feedsRollups;
    this.columns = Set.of(columns.split(" ", -1));
  }

  /** The table of the rows of such a message; null when there is no such kind. */
  static @Nullable Table ofKind(String kind) {
    return BY_KIND.get(kind);
  }

  String tableName() {
    return tableName;
  }

  String kind() {
    return this == REJECTED_EVENTS ? "rejected" : tableName;
  }

  /** Which values together tell a row from every other one. */
  List<String> idColumns() {
    return idColumns;
  }

  /** Whether the roll-ups of a row's day have to be built again. */
  boolean feedsRollups() {
    return feedsRollups;
  }

  boolean hasDay() {
    return columns.contains("day");
  }

  /** The columns that a message may fill; the others fill themselves. */
  Set<String> columns() {
    return columns;
  }
}
