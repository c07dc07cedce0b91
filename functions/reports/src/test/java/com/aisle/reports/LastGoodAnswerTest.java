package com.aisle.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.local.launcher.ClickHouseEndpoint;
import com.aisle.warehouse.Limits;
import com.aisle.warehouse.QueryResult;
import com.aisle.warehouse.Rows;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import com.aisle.warehouse.WarehouseException;
import com.aisle.warehouse.WarehouseException.Kind;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What callers get while the warehouse is away. */
class LastGoodAnswerTest {

  private static final String WEEK = "from=2026-11-02&to=2026-11-08";

  /** A warehouse that fails when it is told to, and counts its questions. */
  private static final class Weak implements Warehouse {

    private final Warehouse strong;
    private final AtomicInteger asked = new AtomicInteger();
    private @Nullable Kind failure;

    Weak(Warehouse strong) {
      this.strong = strong;
    }

    @Override
    public void insert(String table, Rows rows, String token) {
      strong.insert(table, rows, token);
    }

    @Override
    public QueryResult query(Statement statement, Limits limits) {
      asked.incrementAndGet();
      if (failure != null) {
        throw new WarehouseException(failure, "MEMORY_LIMIT_EXCEEDED", null);
      }
      return strong.query(statement, limits);
    }

    @Override
    public void execute(Statement statement) {
      strong.execute(statement);
    }
  }

  private Weak weak = null;

  private Shop shop(Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(Shop.ENVIRONMENT);
    environment.putAll(settings);
    Shop shop =
        new Shop(
            KnownShops.SERVER,
            environment,
            warehouse -> {
              weak = new Weak(warehouse);
              return weak;
            });
    return shop.event("2026-11-02 10:00:00", "page_view", 1, 1).store();
  }

  @Test
  void sameQuestion_isAnsweredAgain_whileItIsFresh() {
    try (Shop shop = shop(Map.of())) {
      shop.report("overview", WEEK);
      int asked = weak.asked.get();
      shop.time.advance(Duration.ofMillis(1_900));
      JsonNode again = shop.report("overview", WEEK);

      assertThat(weak.asked).hasValue(asked);
      assertThat(again.path("staleSince").isNull()).isTrue();
      assertThat(shop.function.counts()).isEqualTo(new Answers.Counts(1, 1, 0));

      shop.time.advance(Duration.ofMillis(200));
      shop.report("overview", WEEK);
      assertThat(weak.asked.get()).isGreaterThan(asked);
    }
  }

  @Test
  void closedDays_areFreshForLonger() {
    try (Shop shop = shop(Map.of())) {
      shop.rollUp();
      String closed = "from=2026-11-01&to=2026-11-02";
      shop.report("overview", closed);
      int asked = weak.asked.get();
      shop.time.advance(Duration.ofSeconds(59));
      shop.report("overview", closed);

      assertThat(weak.asked).hasValue(asked);
    }
  }

  @Test
  void warehouseAway_theLastAnswerIsGiven_andItsAgeIsSaid() {
    try (Shop shop = shop(Map.of())) {
      JsonNode good = shop.report("overview", WEEK);
      weak.failure = Kind.UNAVAILABLE;
      shop.time.advance(Duration.ofMinutes(5));

      JsonNode stale = shop.report("overview", WEEK);

      assertThat(stale.path("staleSince").asString()).isEqualTo("2026-11-08T12:00:00Z");
      assertThat(stale.path("rows")).isEqualTo(good.path("rows"));
      assertThat(stale.path("totals")).isEqualTo(good.path("totals"));
    }
  }

  @Test
  void anotherCopyOfTheFunction_findsTheAnswerInTheBucket() {
    try (Shop shop = shop(Map.of())) {
      JsonNode good = shop.report("overview", WEEK + "&sort=-day");
      Ports ports = new Ports(weak, () -> {}, shop.objects, () -> Shop.TOKEN, shop.time, shop.time);
      ReportsFunction other = new ReportsFunction(ports, ReportsConfig.from(Shop.ENVIRONMENT));
      weak.failure = Kind.UNAVAILABLE;

      JsonNode stale =
          JsonMapper.shared()
              .readTree(
                  other.router().apply(Shop.request("overview", WEEK + "&sort=-day")).getBody());

      assertThat(stale.path("staleSince").asString()).isEqualTo("2026-11-08T12:00:00Z");
      assertThat(stale.path("rows")).isEqualTo(good.path("rows"));
    }
  }

  @Test
  void bucket_isWrittenOnceAMinute() {
    try (Shop shop = shop(Map.of())) {
      shop.report("overview", WEEK);
      String tag = tag(shop);
      shop.time.advance(Duration.ofSeconds(30));
      shop.report("overview", WEEK);
      assertThat(tag(shop)).isEqualTo(tag);
      shop.time.advance(Duration.ofSeconds(30));
      shop.report("overview", WEEK);
      assertThat(tag(shop)).isNotEqualTo(tag);
    }
  }

  private static String tag(Shop shop) {
    String key = shop.objects.list(KeptAnswers.PREFIX).findFirst().orElseThrow().key();
    return shop.objects.head(key).orElseThrow().tag();
  }

  @Test
  void questionNeverAnswered_is503_andDeadWarehouseIsLeftAlone() {
    try (Shop shop = shop(Map.of("AISLE_WAREHOUSE_FAILURES", "2"))) {
      weak.failure = Kind.UNAVAILABLE;
      APIGatewayV2HTTPResponse response = null;
      for (int i = 0; i < 10; i++) {
        response = shop.get("GET /v1/reports/{name}", Map.of("name", "overview"), WEEK);
      }

      assertThat(response.getStatusCode()).isEqualTo(503);
      assertThat(response.getHeaders()).containsEntry("retry-after", "3");
      assertThat(weak.asked).hasValue(2);

      weak.failure = null;
      shop.time.advance(Duration.ofSeconds(4));
      assertThat(shop.report("overview", WEEK).path("staleSince").isNull()).isTrue();
    }
  }

  @Test
  void questionTooBig_is422_andNoReasonToLeaveTheWarehouseAlone() {
    try (Shop shop = shop(Map.of("AISLE_WAREHOUSE_FAILURES", "1"))) {
      weak.failure = Kind.LIMIT;
      APIGatewayV2HTTPResponse response =
          shop.get("GET /v1/reports/{name}", Map.of("name", "overview"), WEEK);

      assertThat(response.getStatusCode()).isEqualTo(422);
      assertThat(response.getBody()).contains("goes beyond the limit of memory");
      weak.failure = null;
      shop.report("overview", WEEK);
    }
  }

  @Test
  void notice_isInEveryAnswer_andInNoneWithoutOne() {
    try (Shop demo = shop(Map.of("AISLE_REPORT_NOTICE", "demo"));
        Shop real = shop(Map.of())) {
      assertThat(demo.report("overview", WEEK).path("notice").asString()).isEqualTo("demo");
      assertThat(demo.report("sessions", WEEK).path("notice").asString()).isEqualTo("demo");
      assertThat(real.report("overview", WEEK).has("notice")).isFalse();
      String query = "{\"measures\":[\"views\"],\"from\":\"2026-11-02\",\"to\":\"2026-11-08\"}";
      assertThat(demo.query(query).path("notice").asString()).isEqualTo("demo");
      assertThat(real.query(query).has("notice")).isFalse();
    }
  }

  @Test
  void clickHouseStopped_andStartedAgain() {
    try (ClickHouseEndpoint server = Shop.startServer();
        Shop shop = new Shop(server)) {
      shop.event("2026-11-02 10:00:00", "page_view", 1, 1).store();
      shop.report("overview", WEEK);

      server.kill();
      shop.time.advance(Duration.ofSeconds(10));
      JsonNode stale = shop.report("overview", WEEK);
      assertThat(stale.path("staleSince").asString()).isEqualTo("2026-11-08T12:00:00Z");
      assertThat(stale.at("/totals/visitors").asInt()).isEqualTo(1);

      server.restart();
      shop.event("2026-11-02 11:00:00", "page_view", 2, 2).store();
      shop.time.advance(Duration.ofSeconds(10));
      JsonNode good = shop.report("overview", WEEK);
      assertThat(good.path("staleSince").isNull()).isTrue();
      assertThat(good.at("/totals/visitors").asInt()).isEqualTo(2);
    }
  }
}
