package com.aisle.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.events.Pseudonyms;
import com.aisle.events.Row;
import com.aisle.local.launcher.ClickHouseEndpoint;
import com.aisle.messaging.testing.InMemoryDeadLetters;
import com.aisle.warehouse.ClickHouseWarehouse;
import com.aisle.warehouse.Limits;
import com.aisle.warehouse.Migrations;
import com.aisle.warehouse.QueryResult;
import com.aisle.warehouse.Rows;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import com.aisle.warehouse.WarehouseConfig;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A warehouse with two shoppers, Anna and Ben, who once shared a tablet. */
final class PeopleScene implements AutoCloseable {

  static final JsonMapper JSON = JsonMapper.shared();
  static final String TOKEN = "staff-token";
  static final Pseudonyms PSEUDONYMS = new Pseudonyms("0123456789abcdef");
  static final Limits LIMITS = Limits.standard();

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final BigDecimal AMOUNT = new BigDecimal("12.50");

  final ClickHouseWarehouse warehouse;
  final InMemoryDeadLetters letters = new InMemoryDeadLetters();

  private final ClickHouseEndpoint server;

  PeopleScene() throws IOException {
    server = ClickHouseEndpoint.start(Files.createTempDirectory(Path.of("target"), "clickhouse"));
    WarehouseConfig config =
        new WarehouseConfig(server.url(), server.user(), "", "aisle", Duration.ofSeconds(60));
    Migrations.apply(config, server::password);
    warehouse = ClickHouseWarehouse.connect(config, server::password);
  }

  /** Starts anew, with nobody known but these two. */
  void fill() {
    for (PersonalTable table : PersonalTable.TABLES) {
      empty(table.name());
    }
    empty("erasures");
    empty("touched_days");
    letters.revise(body -> Optional.empty());
    visit("anna", "annas-phone", "2026-11-20");
    visit("anna", "tablet", "2026-11-20");
    visit("ben", "tablet", "2026-11-20");
    visit("ben", "bens-laptop", "2026-11-21");
    // Before she signed in, on the phone that only she uses.
    visit("", "annas-phone", "2026-11-19");
    String days = "days = ['2026-11-19', '2026-11-20', '2026-11-21']";
    run("INSERT INTO rollup_sessions SELECT * FROM sessions_of_days(" + days + ")");
    run("INSERT INTO rollup_sales SELECT * FROM sales_of_days(" + days + ")");
    run("INSERT INTO people SELECT person, min(day) FROM events GROUP BY person");
    run("INSERT INTO customers SELECT person, min(day) FROM orders GROUP BY person");
  }

  private void visit(String user, String client, String day) {
    String key = user + "-" + client;
    long session = PSEUDONYMS.session(key);
    Instant time = Instant.parse(day + "T10:00:00Z");
    insert(
        "events",
        at(who(user, client), day, time)
            .text("action", "page_view")
            .text("event_id", key)
            .pseudonym("session", session));
    insert(
        "searches",
        at(who("", client), day, time)
            .text("query_id", key)
            .text("query", "mug")
            .pseudonym("session", session));
    insert("recommendations", at(who("", client), day, time).text("recommendation_id", key));
    insert(
        "rejected_events",
        who(user, client)
            .text("day", day)
            .time("rejected_at", time)
            .text("rejection_id", key)
            .text("payload", Pseudonyms.reference(PSEUDONYMS.user(user))));
    if (!user.isEmpty()) {
      order(user, client, day, time, key);
    }
  }

  private void order(String user, String client, String day, Instant time, String key) {
    insert(
        "orders",
        at(who(user, client), day, time)
            .text("order_id", key)
            .text("kind", "placed")
            .text("event_id", key)
            .decimal("amount", AMOUNT)
            .text("currency", "GBP"));
    insert(
        "order_lines",
        at(who(user, client), day, time)
            .text("order_id", key)
            .text("kind", "sale")
            .text("event_id", key)
            .text("product", "21791")
            .number("quantity", 1)
            .decimal("amount", AMOUNT)
            .text("currency", "GBP")
            .time("placed_at", time));
  }

  private static Row at(Row row, String day, Instant time) {
    return row.text("day", day).time("time", time);
  }

  private static Row who(String user, String client) {
    long person = user.isEmpty() ? PSEUDONYMS.client(client) : PSEUDONYMS.user(user);
    Row row = new Row().pseudonym("person", person).pseudonym("client", PSEUDONYMS.client(client));
    return user.isEmpty() ? row : row.pseudonym("user", PSEUDONYMS.user(user));
  }

  private void insert(String table, Row row) {
    warehouse.insert(table, Rows.of(List.of(row.json())), "scene:" + System.nanoTime());
  }

  void empty(String table) {
    run("TRUNCATE TABLE " + table);
  }

  private void run(String sql) {
    warehouse.execute(Statement.of(sql));
  }

  /** Where a pseudonym is, in any column of any table, as a number or inside a text. */
  List<String> traces(long pseudonym) {
    QueryResult columns =
        warehouse.query(
            Statement.of(
                "SELECT c.table AS table, c.name AS name, c.type AS type FROM system.columns AS c"
                    + " JOIN system.tables AS t ON t.database = c.database AND t.name = c.table"
                    + " WHERE c.database = currentDatabase() AND t.engine LIKE '%MergeTree'"
                    + " AND c.table != 'erasures' AND c.type IN ('UInt64', 'String')"),
            LIMITS);
    String number = Pseudonyms.text(pseudonym);
    return columns.rows().stream()
        .filter(
            column ->
                count(
                        column.get(2).equals("UInt64")
                            ? "%s WHERE %s = %s".formatted(column.get(0), column.get(1), number)
                            : "%s WHERE position(%s, '%s') > 0"
                                .formatted(column.get(0), column.get(1), number))
                    > 0)
        .map(column -> column.get(0) + "." + column.get(1))
        .toList();
  }

  long count(String from) {
    return warehouse
        .query(Statement.of("SELECT count() AS n FROM " + from), LIMITS)
        .single(Long.class);
  }

  /** All that is known of somebody, for comparison. */
  List<String> known(long pseudonym) {
    return PersonalTable.TABLES.stream()
        .map(
            table ->
                table.name()
                    + warehouse
                        .query(
                            Statement.of(
                                "SELECT * FROM %s WHERE person = %s ORDER BY ALL"
                                    .formatted(table.name(), Pseudonyms.text(pseudonym))),
                            LIMITS)
                        .rows())
        .toList();
  }

  List<LocalDate> touchedDays() {
    return warehouse
        .query(Statement.of("SELECT DISTINCT day FROM touched_days ORDER BY day"), LIMITS)
        .values("day", LocalDate.class);
  }

  PeopleFunction function() {
    return function(warehouse);
  }

  PeopleFunction function(Warehouse other) {
    return new PeopleFunction(
        other, letters, () -> PSEUDONYMS, () -> TOKEN, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  static JsonNode forget(PeopleFunction function, String id, String query) {
    APIGatewayV2HTTPResponse answer =
        function.router().apply(request("DELETE /v1/people/{id}", id, query, TOKEN));
    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
    return JSON.readTree(answer.getBody());
  }

  static APIGatewayV2HTTPEvent request(String route, String id, String query, String token) {
    return APIGatewayV2HTTPEvent.builder()
        .withRouteKey(route)
        .withPathParameters(Map.of("id", id))
        .withRawQueryString(query)
        .withHeaders(Map.of("authorization", "Bearer " + token))
        .build();
  }

  @Override
  public void close() {
    warehouse.close();
    server.close();
  }
}
