package com.aisle.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.warehouse.Limits;
import com.aisle.warehouse.QueryResult;
import com.aisle.warehouse.Rows;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import com.aisle.warehouse.WarehouseException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;
import tools.jackson.databind.JsonNode;

/** Against a real ClickHouse with the real schema. */
class PeopleIT {

  private static final String ERASE = "DELETE /v1/people/{id}";
  private static final long ANNA = PeopleScene.PSEUDONYMS.user("anna");
  private static final long ANNAS_PHONE = PeopleScene.PSEUDONYMS.client("annas-phone");
  private static final long TABLET = PeopleScene.PSEUDONYMS.client("tablet");
  private static final long BEN = PeopleScene.PSEUDONYMS.user("ben");

  private static PeopleScene scene;

  @BeforeAll
  static void start() throws IOException {
    scene = new PeopleScene();
  }

  @AfterAll
  static void stop() {
    scene.close();
  }

  @BeforeEach
  void fill() {
    scene.fill();
  }

  /** Whoever adds a table with people in it has to say here what an erasure does with it. */
  @Test
  void everyTableThatNamesPeople_isErased() {
    QueryResult columns =
        scene.warehouse.query(
            Statement.of(
                "SELECT c.table AS table, arraySort(groupArray(c.name)) AS columns"
                    + " FROM system.columns AS c JOIN system.tables AS t"
                    + " ON t.database = c.database AND t.name = c.table"
                    + " WHERE c.database = currentDatabase() AND t.engine LIKE '%MergeTree'"
                    + " AND c.name IN ('person', 'client', 'user') AND c.table != 'erasures'"
                    + " GROUP BY table"),
            PeopleScene.LIMITS);
    Map<Object, Object> inSchema =
        columns.rows().stream().collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));
    Map<Object, Object> erased =
        PersonalTable.TABLES.stream()
            .collect(
                Collectors.toMap(
                    PersonalTable::name, table -> table.columns().stream().sorted().toList()));
    assertThat(inSchema).isEqualTo(erased);
  }

  @Test
  void forgotten_leavesNoTrace_andOthersAsTheyWere() {
    List<String> benBefore = scene.known(BEN);
    scene.letters.add(
        "{\"schema\":1,\"kind\":\"events\",\"events\":[{\"person\":\"%s\"},{\"person\":\"%s\"}]}"
            .formatted(Long.toUnsignedString(ANNA), Long.toUnsignedString(BEN)));
    scene.letters.add("{\"detail\":{\"user_id\":\"anna\"}}");
    scene.letters.add("{\"detail\":{\"user_id\":\"ben\"}}");
    assertThat(scene.traces(ANNA))
        .contains("events.person", "rollup_sales.user", "rejected_events.payload");

    JsonNode answer = PeopleScene.forget(scene.function(), "anna", "");

    assertThat(scene.traces(ANNA)).isEmpty();
    assertThat(scene.traces(ANNAS_PHONE)).isEmpty();
    assertThat(scene.traces(TABLET)).as("shared with Ben").isNotEmpty();
    assertThat(scene.known(BEN)).isEqualTo(benBefore);
    assertThat(scene.letters.bodies())
        .containsExactlyInAnyOrder(
            "{\"schema\":1,\"kind\":\"events\",\"events\":[{\"person\":\"%s\"}]}"
                .formatted(Long.toUnsignedString(BEN)),
            "{\"detail\":{\"user_id\":\"ben\"}}");
    assertThat(answer.at("/erased/events").asLong()).isEqualTo(3);
    assertThat(answer.at("/erased/dead_letters").asLong()).isEqualTo(2);
    assertThat(answer.path("clients"))
        .isEqualTo(PeopleScene.JSON.readTree("[\"" + Long.toUnsignedString(ANNAS_PHONE) + "\"]"));
    assertThat(answer.toString()).doesNotContain("anna");
  }

  @Test
  void forgotten_leavesTheBooksAsTheyWere_andCountsTheDaysAnew() {
    PeopleScene.forget(scene.function(), "anna", "");

    assertThat(scene.count("orders FINAL WHERE amount = 12.5")).isEqualTo(4);
    assertThat(scene.count("order_lines FINAL WHERE amount = 12.5")).isEqualTo(4);
    assertThat(scene.count("orders WHERE person = 0 AND client = 0 AND user = 0")).isEqualTo(2);
    assertThat(scene.touchedDays())
        .containsExactly(LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 20));
    assertThat(scene.count("events WHERE day = '2026-11-20'")).as("Ben's").isEqualTo(1);
    assertThat(scene.count("rollup_sessions")).isEqualTo(2);
    assertThat(scene.count("rollup_sales")).isEqualTo(4);
  }

  @Test
  void forgottenTwice_isTheSame_withOneTrail() {
    JsonNode first = PeopleScene.forget(scene.function(), "anna", "");
    assertThat(PeopleScene.forget(scene.function(), "anna", "")).isEqualTo(first);
    assertThat(scene.count("erasures FINAL")).isEqualTo(1);
    assertThat(scene.count("erasures FINAL WHERE finished_at IS NOT NULL AND rows_erased > 0"))
        .isEqualTo(1);
  }

  @Test
  void erasureThatBrokeOff_isFinishedByAskingAgain() {
    PeopleFunction breaking = scene.function(new BreakingWarehouse(scene.warehouse, 3));
    assertThat(status(breaking, ERASE, "anna", "", PeopleScene.TOKEN)).isEqualTo(503);
    scene.empty("touched_days");

    JsonNode answer = PeopleScene.forget(scene.function(), "anna", "");

    assertThat(scene.traces(ANNA)).isEmpty();
    assertThat(scene.traces(ANNAS_PHONE)).as("known from the broken try").isEmpty();
    assertThat(answer.path("days").size()).isEqualTo(2);
    assertThat(scene.touchedDays()).hasSize(2);
    assertThat(scene.count("erasures FINAL WHERE finished_at IS NOT NULL")).isEqualTo(1);
  }

  @Test
  void client_isForgottenByItsOwnId() {
    JsonNode answer = PeopleScene.forget(scene.function(), "bens-laptop", "kind=client");
    assertThat(scene.traces(PeopleScene.PSEUDONYMS.client("bens-laptop"))).isEmpty();
    assertThat(answer.at("/erased/events").asLong()).isEqualTo(1);
    assertThat(scene.traces(BEN)).isNotEmpty();
  }

  @Test
  void stranger_isForgottenToo_withoutAnyRow() {
    JsonNode answer = PeopleScene.forget(scene.function(), "nobody", "");
    assertThat(answer.at("/erased/events").asLong()).isZero();
    assertThat(scene.count("erasures FINAL")).isEqualTo(1);
  }

  @Test
  void badRequests_areRefused() {
    PeopleFunction function = scene.function();
    assertThat(status(function, ERASE, "anna", "", "wrong")).isEqualTo(401);
    assertThat(status(function, ERASE, "anna", "kind=dog", PeopleScene.TOKEN)).isEqualTo(400);
    assertThat(status(function, ERASE, " ", "", PeopleScene.TOKEN)).isEqualTo(400);
    assertThat(scene.traces(ANNA)).isNotEmpty();
  }

  @Test
  void invoker_exportsAndForgets() throws IOException {
    PeopleTestApplication.function = scene.function();
    System.setProperty("MAIN_CLASS", PeopleTestApplication.class.getName());
    FunctionInvoker invoker = new FunctionInvoker();

    JsonNode export = invoke(invoker, "people-export.json");
    assertThat(export.path("events").size()).isEqualTo(3);
    assertThat(export.path("orders").size()).isEqualTo(2);
    assertThat(export.at("/orders/0/amount").asString()).startsWith("12.5");
    assertThat(export.path("incomplete").isEmpty()).isTrue();
    assertThat(export.toString())
        .contains(Long.toUnsignedString(ANNA))
        .doesNotContain(Long.toUnsignedString(BEN));

    assertThat(invoke(invoker, "people-forget.json").at("/erased/orders").asLong()).isEqualTo(2);
    assertThat(invoke(invoker, "people-export.json").path("events").isEmpty()).isTrue();
  }

  private static int status(
      PeopleFunction function, String route, String id, String query, String token) {
    return function.router().apply(PeopleScene.request(route, id, query, token)).getStatusCode();
  }

  private static JsonNode invoke(FunctionInvoker invoker, String event) throws IOException {
    byte[] json = Files.readAllBytes(Path.of("../../events", event));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    invoker.handleRequest(new ByteArrayInputStream(json), answer, null);
    JsonNode response = PeopleScene.JSON.readTree(answer.toByteArray());
    assertThat(response.path("statusCode").asInt()).as(response.toString()).isEqualTo(200);
    return PeopleScene.JSON.readTree(response.path("body").asString());
  }

  /** Goes away after so many statements. */
  private static final class BreakingWarehouse implements Warehouse {

    private final Warehouse inside;
    private int left;

    BreakingWarehouse(Warehouse inside, int statements) {
      this.inside = inside;
      this.left = statements;
    }

    @Override
    public void insert(String table, Rows rows, String token) {
      inside.insert(table, rows, token);
    }

    @Override
    public QueryResult query(Statement statement, Limits limits) {
      return inside.query(statement, limits);
    }

    @Override
    public void execute(Statement statement) {
      if (left-- == 0) {
        throw new WarehouseException(WarehouseException.Kind.UNAVAILABLE, "gone", null);
      }
      inside.execute(statement);
    }
  }
}
