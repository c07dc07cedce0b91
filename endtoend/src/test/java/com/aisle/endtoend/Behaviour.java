package com.aisle.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.endtoend.Api.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What shoppers do, told to the API, and what staff read of it. */
final class Behaviour {

  private final Cloud cloud;

  Behaviour(Cloud cloud) {
    this.cloud = cloud;
  }

  /** An event of now; {@code more} are further JSON members, each with a comma before it. */
  static String event(String id, String action, String client, String more) {
    return """
        {"event_id":"%s","action_name":"%s","timestamp":"%s","client_id":"%s","session_id":"s-%s"%s}"""
        .formatted(id, action, Instant.now(), client, client, more);
  }

  static String batch(List<String> events) {
    return events.stream().collect(Collectors.joining(",", "{\"events\":[", "]}"));
  }

  /** Posts the events and expects each to be accepted. */
  void post(List<String> events) {
    Answer answer = cloud.api.post("/v1/events", batch(events));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
    assertThat(answer.body().path("accepted").asInt()).isEqualTo(events.size());
  }

  void order(String detailType, String detail) {
    int refused =
        cloud
            .bus
            .putEvents(
                request ->
                    request.entries(
                        entry ->
                            entry
                                .eventBusName(cloud.output("BusName"))
                                .source("shop.orders")
                                .detailType(detailType)
                                .detail(detail)))
            .failedEntryCount();
    assertThat(refused).isZero();
  }

  Answer report(String nameAndQuery) {
    return cloud.api.staff("GET", "/v1/reports/" + nameAndQuery, cloud.staffToken());
  }

  /** A report's rows as maps of text by column name. */
  static List<Row> rows(Answer answer) {
    List<String> names =
        answer.body().path("columns").valueStream().map(c -> c.path("name").asString()).toList();
    return answer.body().path("rows").valueStream().map(row -> new Row(names, row)).toList();
  }

  /** One row of a report. */
  record Row(List<String> names, JsonNode cells) {

    String text(String column) {
      JsonNode cell = cells.path(names.indexOf(column));
      return cell.isNull() || cell.isMissingNode() ? "" : cell.asString();
    }

    long count(String column) {
      return cells.path(names.indexOf(column)).asLong();
    }
  }

  /** A shopper who views, carts and buys one product; the events and the order on the bus. */
  void purchase(String client, String product, int quantity, String price, String more) {
    List<String> events = new ArrayList<>();
    for (String action : List.of("product_view", "add_to_cart", "checkout")) {
      events.add(event(client + "-" + action, action, client, object(product) + more));
    }
    events.add(event(client + "-buy", "purchase", client, ",\"order_id\":\"o-" + client + "\""));
    post(events);
    order("OrderPlaced", placed(client, product, quantity, price));
  }

  static String object(String product) {
    return ",\"object_id\":\"" + product + "\"";
  }

  static String placed(String client, String product, int quantity, String price) {
    return """
        {"order_id":"o-%s","placed_at":"%s","client_id":"%s","country":"GB","currency":"GBP",\
        "lines":[{"product":"%s","quantity":%d,"unit_price":"%s"}]}"""
        .formatted(client, Instant.now(), client, product, quantity, price);
  }
}
