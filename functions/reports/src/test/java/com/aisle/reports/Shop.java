package com.aisle.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.local.launcher.ClickHouseEndpoint;
import com.aisle.storage.testing.InMemoryObjectStore;
import com.aisle.warehouse.ClickHouseWarehouse;
import com.aisle.warehouse.Migrations;
import com.aisle.warehouse.Rows;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import com.aisle.warehouse.WarehouseConfig;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small shop in a real ClickHouse: its facts, its warehouse, and the reports function in front.
 * Days are UTC's unless said otherwise; now is {@link SettableTime#NOW}.
 */
final class Shop implements AutoCloseable {

  static final String TOKEN = "staff-token";
  static final Map<String, String> ENVIRONMENT = Map.of("AISLE_STAFF_TOKEN_SECRET", "secret");

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  final SettableTime time = new SettableTime();
  final InMemoryObjectStore objects = new InMemoryObjectStore();
  final ClickHouseWarehouse warehouse;
  final ReportsFunction function;
  private final Map<String, List<String>> rows = new LinkedHashMap<>();
  private final TreeSet<String> days = new TreeSet<>();
  private int events;

  Shop(ClickHouseEndpoint server) {
    this(server, ENVIRONMENT, warehouse -> warehouse);
  }

  /** A shop whose function sees the warehouse through {@code view}. */
  Shop(ClickHouseEndpoint server, Map<String, String> environment, UnaryOperator<Warehouse> view) {
    String database = "reports_%d".formatted(NUMBER.incrementAndGet());
    WarehouseConfig config =
        new WarehouseConfig(server.url(), server.user(), "", database, Duration.ofSeconds(30));
    Migrations.apply(config, server::password);
    warehouse = ClickHouseWarehouse.connect(config, server::password);
    Ports ports =
        new Ports(view.apply(warehouse), warehouse::close, objects, () -> TOKEN, time, time);
    function = new ReportsFunction(ports, ReportsConfig.from(environment));
  }

  static ClickHouseEndpoint startServer() {
    try {
      return ClickHouseEndpoint.start(Files.createTempDirectory(Path.of("target"), "clickhouse"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Something that a shopper did.
   *
   * @param time {@code 2026-11-02 10:00:00} in UTC
   * @param more columns and values by turns: {@code "product", "mug", "device", "mobile"}
   */
  Shop event(String time, String action, long client, long session, Object... more) {
    Map<String, Object> row = row(time);
    row.put("action", action);
    row.put("event_id", "event-" + ++events);
    row.put("person", client);
    row.put("client", client);
    row.put("session", session);
    row.put("received_at", time);
    return add("events", row, more);
  }

  Shop search(String time, long client, long session, String query, int hits, Object... more) {
    Map<String, Object> row = row(time);
    row.put("query_id", "query-" + ++events);
    row.put("person", client);
    row.put("client", client);
    row.put("session", session);
    row.put("query", query);
    row.put("locale", "en");
    row.put("page", 1);
    row.put("hits", hits);
    return add("searches", row, more);
  }

  /** One line of an order. */
  Shop sale(
      String time,
      String order,
      long person,
      String product,
      int quantity,
      String price,
      Object... more) {
    return line(time, order, "sale", person, product, quantity, price, more);
  }

  /** What was given back of a line; quantity is positive. */
  Shop refund(
      String time,
      String order,
      long person,
      String product,
      int quantity,
      String price,
      Object... more) {
    return line(time, order, "refund", person, product, -quantity, price, more);
  }

  private Shop line(
      String time,
      String order,
      String kind,
      long person,
      String product,
      int quantity,
      String price,
      Object... more) {
    Map<String, Object> row = row(time);
    row.put("order_id", order);
    row.put("kind", kind);
    row.put("event_id", kind + ":" + order);
    row.put("line", ++events);
    row.put("product", product);
    row.put("quantity", quantity);
    row.put("unit_price", price);
    row.put("amount", new BigDecimal(price).multiply(BigDecimal.valueOf(quantity)).toPlainString());
    row.put("currency", "EUR");
    row.put("person", person);
    row.put("client", person);
    row.put("placed_at", time);
    return add("order_lines", row, more);
  }

  Shop product(String id, String title, String... category) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("product", id);
    row.put("title_en", title);
    row.put("category", List.of(category));
    row.put("updated_at", "2026-01-01 00:00:00");
    return add("products", row);
  }

  private static Map<String, Object> row(String time) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("day", time.substring(0, 10));
    row.put("time", time);
    return row;
  }

  private Shop add(String table, Map<String, Object> row, Object... more) {
    for (int i = 0; i < more.length; i += 2) {
      row.put((String) more[i], more[i + 1]);
    }
    rows.computeIfAbsent(table, key -> new ArrayList<>()).add(JSON.writeValueAsString(row));
    if (row.get("day") instanceof String day) {
      days.add(day);
    }
    return this;
  }

  /** Stores what was added; its days are open then. */
  Shop store() {
    rows.forEach((table, added) -> warehouse.insert(table, Rows.of(added), table + events));
    rows.clear();
    for (String day : days) {
      execute("INSERT INTO touched_days VALUES ('%s', now64(3))".formatted(day));
    }
    return this;
  }

  /** Rolls up every day that there is, so that none is open. */
  Shop rollUp() {
    String list = "['" + String.join("','", days) + "']";
    for (String rollup :
        List.of("minutes", "sessions", "products", "queries", "recommendations", "sales")) {
      execute("TRUNCATE TABLE rollup_" + rollup);
      execute(
          "INSERT INTO rollup_%s SELECT * FROM %s_of_days(days = %s)"
              .formatted(rollup, rollup, list));
    }
    execute(
        "INSERT INTO people SELECT person, min(day) FROM rollup_sessions WHERE person != 0 GROUP BY person");
    execute(
        "INSERT INTO customers SELECT person, min(day) FROM rollup_sales WHERE kind = 'sale' AND person != 0 GROUP BY person");
    execute("TRUNCATE TABLE rollup_retention");
    execute(
        "INSERT INTO rollup_retention SELECT * FROM retention_of_days(days = %s, open = [])"
            .formatted(list));
    execute(
        "INSERT INTO rolled_up_days SELECT day, max(at) + INTERVAL 61 SECOND FROM touched_days GROUP BY day");
    return this;
  }

  void execute(String sql) {
    warehouse.execute(Statement.of(sql));
  }

  /** The answer of a report, which must be a good one. */
  JsonNode report(String name, String query) {
    APIGatewayV2HTTPResponse response = get("GET /v1/reports/{name}", Map.of("name", name), query);
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
    return JSON.readTree(response.getBody());
  }

  /** The answer of a query, which must be a good one. */
  JsonNode query(String body) {
    APIGatewayV2HTTPResponse response = post("POST /v1/reports/query", body);
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
    return JSON.readTree(response.getBody());
  }

  APIGatewayV2HTTPResponse get(String route, Map<String, String> path, String query) {
    return function.router().apply(request(route, path, query).build());
  }

  APIGatewayV2HTTPResponse post(String route, String body) {
    return function.router().apply(request(route, Map.of(), "").withBody(body).build());
  }

  /** A request for a report. */
  static APIGatewayV2HTTPEvent request(String report, String query) {
    return request("GET /v1/reports/{name}", Map.of("name", report), query).build();
  }

  private static APIGatewayV2HTTPEvent.APIGatewayV2HTTPEventBuilder request(
      String route, Map<String, String> path, String query) {
    return APIGatewayV2HTTPEvent.builder()
        .withRouteKey(route)
        .withPathParameters(path)
        .withRawQueryString(query)
        .withHeaders(Map.of("authorization", "Bearer " + TOKEN));
  }

  /** A row of an answer as text: {@code 2026-11-02 3 0.5 null}. */
  static List<String> rows(JsonNode answer) {
    return answer
        .path("rows")
        .valueStream()
        .map(row -> String.join(" ", row.valueStream().map(JsonNode::asString).toList()))
        .toList();
  }

  @Override
  public void close() {
    warehouse.close();
  }
}
