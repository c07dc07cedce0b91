package com.aisle.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.endtoend.OnlineRetail.Line;
import com.aisle.ingest.IngestInProcess;
import com.aisle.local.launcher.ClickHouseEndpoint;
import com.aisle.reports.InProcessWiring;
import com.aisle.storage.testing.InMemoryObjectStore;
import com.aisle.warehouse.ClickHouseWarehouse;
import com.aisle.warehouse.Limits;
import com.aisle.warehouse.Migrations;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.WarehouseConfig;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A year of real orders, taken in by the ingest function and told by the reports function, equals
 * what {@link OnlineRetail} counts in the file itself. The second time, some messages come twice.
 */
class OnlineRetailIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int BATCH = 500;
  private static final String YEAR =
      "from=%s&to=%s".formatted(OnlineRetail.FIRST_DAY, OnlineRetail.LAST_DAY);
  private static final Clock AFTERWARDS =
      Clock.fixed(Instant.parse("2025-12-31T12:00:00Z"), ZoneOffset.UTC);

  @TempDir static Path folder;
  private static ClickHouseEndpoint server;
  private static ClickHouseWarehouse warehouse;
  private static OnlineRetail expected;

  @BeforeAll
  static void order() {
    server = ClickHouseEndpoint.start(folder);
    WarehouseConfig config =
        new WarehouseConfig(server.url(), server.user(), "", "aisle", Duration.ofMinutes(2));
    Migrations.apply(config, server::password);
    warehouse = ClickHouseWarehouse.connect(config, server::password);
    expected = new OnlineRetail();
    List<String> messages =
        expected.invoices().values().stream().map(OnlineRetailIT::message).toList();
    IngestInProcess ingest = new IngestInProcess(warehouse);
    for (int first = 0; first < messages.size(); first += BATCH) {
      int from = Math.max(0, first - BATCH / 10);
      List<String> batch = messages.subList(from, Math.min(messages.size(), first + BATCH));
      assertThat(ingest.handle(batch)).isEmpty();
    }
  }

  @AfterAll
  static void stop() {
    warehouse.close();
    server.close();
  }

  /** As the shop's bus brings an order, or what of an order came back. */
  private static String message(List<Line> lines) {
    Line any = lines.getFirst();
    String time = any.date().replace(' ', 'T') + ":00Z";
    boolean refund = any.isReturn();
    ObjectNode detail = JSON.createObjectNode().put("order_id", any.invoice());
    if (refund) {
      detail.put("refund_id", any.invoice());
    }
    detail.put(refund ? "refunded_at" : "placed_at", time).put("currency", "GBP");
    if (!any.customer().isEmpty()) {
      detail.put("user_id", any.customer());
    }
    ArrayNode array = detail.putArray("lines");
    for (Line line : lines) {
      array
          .addObject()
          .put("product", "or-" + line.product())
          .put("quantity", Math.abs(line.quantity()))
          .put("unit_price", line.price().abs().toPlainString());
    }
    ObjectNode envelope = JSON.createObjectNode().put("version", "0");
    envelope.put("detail-type", refund ? "OrderRefunded" : "OrderPlaced");
    envelope.put("source", "shop.orders");
    envelope.set("detail", detail);
    return envelope.toString();
  }

  @Test
  void everyLineIsTaken_andNoneTwice() {
    assertThat(count("SELECT count() FROM rejected_events FINAL")).isZero();
    assertThat(count("SELECT count() FROM order_lines FINAL"))
        .isEqualTo(expected.invoices().values().stream().mapToLong(List::size).sum());
    assertThat(count("SELECT uniqExact(order_id) FROM orders FINAL WHERE kind = 'refunded'"))
        .isEqualTo(expected.cancellations());
  }

  @Test
  void revenueCancellationsCustomers_byMonthAndOfTheYear() {
    JsonNode answer = report("revenue", YEAR + "&granularity=month");

    List<String> columns =
        List.of("period", "orders", "units", "gross", "refunds", "net", "customers");
    assertThat(rows(answer, columns)).containsExactlyElementsOf(expected.months());
    String year =
        columns.stream()
            .skip(1)
            .map(column -> answer.path("totals").path(column).asString())
            .collect(Collectors.joining(" "));
    assertThat(year).isEqualTo(expected.year());
  }

  @Test
  void topProducts() {
    JsonNode answer = report("products", YEAR + "&sort=-revenue&size=20");

    assertThat(rows(answer, List.of("product", "units", "revenue")))
        .containsExactlyElementsOf(expected.topProducts(20));
  }

  @Test
  void monthlyCohorts_ofCustomersAndTheirRevenue() {
    String cohorts = YEAR + "&by=month&measure=";

    assertThat(cohorts(report("retention", cohorts + "customers")))
        .containsExactlyElementsOf(expected.customerCohorts());
    assertThat(cohorts(report("retention", cohorts + "revenue")))
        .containsExactlyElementsOf(expected.revenueCohorts());
  }

  private static long count(String sql) {
    return warehouse.query(Statement.of(sql), Limits.standard()).single(Long.class);
  }

  private static JsonNode report(String name, String query) {
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withRouteKey("GET /v1/reports/{name}")
            .withPathParameters(Map.of("name", name))
            .withRawQueryString(query)
            .withHeaders(Map.of("authorization", "Bearer " + InProcessWiring.STAFF_TOKEN))
            .build();
    APIGatewayV2HTTPResponse response =
        InProcessWiring.create(warehouse, new InMemoryObjectStore(), AFTERWARDS).apply(event);
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
    return JSON.readTree(response.getBody());
  }

  private static List<String> rows(JsonNode answer, List<String> columns) {
    List<String> names =
        answer.path("columns").valueStream().map(column -> column.path("name").asString()).toList();
    List<String> rows = new ArrayList<>();
    for (JsonNode row : answer.path("rows")) {
      rows.add(
          columns.stream()
              .map(column -> row.path(names.indexOf(column)).asString())
              .collect(Collectors.joining(" ")));
    }
    return rows;
  }

  /** Cohort, size and the cells that there are. */
  private static List<String> cohorts(JsonNode answer) {
    int last = answer.path("columns").size() - 1;
    return answer
        .path("rows")
        .valueStream()
        .map(
            row ->
                Stream.iterate(0, i -> i < last, i -> i + 1)
                    .map(row::path)
                    .filter(value -> !value.isNull())
                    .map(JsonNode::asString)
                    .collect(Collectors.joining(" ")))
        .toList();
  }
}
