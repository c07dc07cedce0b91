package com.aisle.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aisle.endtoend.Api.Answer;
import com.aisle.endtoend.Behaviour.Row;
import com.aisle.local.launcher.WarehouseQueries;
import com.aisle.local.launcher.replay.Replay;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What shoppers do goes in at the API and the bus; the reports tell it. */
@ExtendWith(Cloud.Extension.class)
class AnalyticsPathIT {

  private final Cloud cloud;
  private final Behaviour behaviour;
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  AnalyticsPathIT(Cloud cloud) {
    this.cloud = cloud;
    this.behaviour = new Behaviour(cloud);
  }

  @Test
  void searchClickAndPurchase_areAttributed_andARefundSubtracts() {
    Shop shop = new Shop(cloud);
    String product = "attributed-" + run;
    shop.tell(Shop.document(product, "Obsidian chess set " + run, "40.00", 0));
    await().atMost(Shop.PATIENCE).until(() -> cloud.api.product(product).status() == 200);
    String client = "client-" + run;
    String queryId = searchAs(client, "obsidian chess set " + run);
    behaviour.post(
        List.of(
            Behaviour.event(
                "click-" + run,
                "click",
                client,
                Behaviour.object(product) + ",\"query_id\":\"" + queryId + "\",\"position\":1")));
    behaviour.purchase(client, product, 2, "40.00", "");

    awaitRow("attribution?by=product&window=P7D", "product", product, "revenue", "80.00");
    awaitRow("products?size=1000", "product", product, "revenue", "80.00");
    behaviour.order(
        "OrderRefunded",
        """
        {"order_id":"o-%s","refund_id":"r-%s","refunded_at":"%s","placed_at":"%s","client_id":"%s","currency":"GBP",\
        "lines":[{"product":"%s","quantity":1,"unit_price":"40.00"}]}"""
            .formatted(client, run, Instant.now(), Instant.now(), client, product));
    awaitRow("products?size=1000", "product", product, "refunds", "40.00");
    awaitRow("searches?size=1000", "query", "obsidian chess set " + run, "clicked", "1");
  }

  @Test
  void eventPostedAgain_countsOnce() {
    String product = "twice-" + run;
    List<String> events =
        List.of(
            Behaviour.event("t1-" + run, "product_view", "c1-" + run, Behaviour.object(product)),
            Behaviour.event("t2-" + run, "product_view", "c2-" + run, Behaviour.object(product)));
    behaviour.post(events);
    behaviour.post(events);
    behaviour.post(
        List.of(
            Behaviour.event("t3-" + run, "add_to_cart", "c1-" + run, Behaviour.object(product))));
    behaviour.post(events);
    // The cart came after the second and before the third time: when it is seen, two have arrived.
    awaitRow("products?size=1000", "product", product, "carts", "1");
    awaitRow("products?size=1000", "product", product, "views", "2");
  }

  @Test
  void realtime_showsAnEventWithinSeconds() {
    String product = "live-" + run;
    Instant posted = Instant.now();
    behaviour.post(
        List.of(
            Behaviour.event("l-" + run, "product_view", "c-" + run, Behaviour.object(product))));
    await()
        .atMost(Shop.PATIENCE)
        .until(
            () -> behaviour.report("realtime").body().path("recent").toString().contains(product));
    JsonNode freshness = behaviour.report("realtime").body().path("freshness");
    assertThat(Instant.parse(freshness.path("newest").asString()))
        .isAfterOrEqualTo(posted.minusSeconds(1));
  }

  @Test
  void badEvent_isNamed_andTheOthersGoOn() {
    String good = Behaviour.event("g-" + run, "page_view", "c-" + run, ",\"page\":\"/good\"");
    String bad = Behaviour.event("b-" + run, "teleport", "c-" + run, "");
    Answer answer = cloud.api.post("/v1/events", Behaviour.batch(List.of(good, bad)));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().path("accepted").asInt()).isEqualTo(1);
    assertThat(answer.body().path("rejected").asInt()).isEqualTo(1);
    JsonNode verdict = answer.body().path("events").path(1);
    assertThat(verdict.path("status").asString()).isEqualTo("rejected");
    assertThat(verdict.path("errors").path(0).path("pointer").asString()).contains("action_name");
    await("the bad one is kept with its reason")
        .atMost(Shop.PATIENCE)
        .until(
            () ->
                Warehouses.count(
                        cloud,
                        "SELECT count() FROM rejected_events FINAL WHERE event_id = 'b-"
                            + run
                            + "'")
                    == 1);
  }

  @Test
  void badOrder_becomesADeadLetterOrARejection_neverSilence() {
    behaviour.order(
        "OrderPlaced",
        """
        {"order_id":"bad-%s","placed_at":"%s","currency":"GBP","lines":[{"product":"p","quantity":1,"unit_price":"cheap"}]}"""
            .formatted(run, Instant.now()));
    await("the order is kept with its reason")
        .atMost(Shop.PATIENCE)
        .until(
            () ->
                Warehouses.count(
                        cloud,
                        "SELECT count() FROM rejected_events FINAL WHERE source = 'orders' AND payload LIKE '%bad-"
                            + run
                            + "%'")
                    == 1);
  }

  @Test
  void refusedEvent_isReplayed_onceItIsRight() {
    String payload =
        Behaviour.event("rp-" + run, "page_view", "pseudonym:77", ",\"page\":\"/again\"");
    Warehouses.insert(
        cloud,
        "INSERT INTO rejected_events (day, rejected_at, rejection_id, source, reason, event_id, payload) VALUES"
            + " (today(), now64(3), 'rp-%s', 'events', 'was not known then', 'rp-%s', '%s')"
                .formatted(run, run, payload));
    String open =
        "SELECT count() FROM rejected_events FINAL WHERE rejection_id = 'rp-"
            + run
            + "' AND replayed_at IS NULL";
    assertThat(Warehouses.count(cloud, open)).isEqualTo(1);
    new Replay(
            new WarehouseQueries(cloud.parts.addresses().warehouse())::ask,
            cloud.parts.addresses().gateway(),
            request -> cloud.api.send(request),
            body ->
                cloud.sqs.sendMessage(
                    send -> send.queueUrl(cloud.output("WarehouseQueueUrl")).messageBody(body)),
            Clock.systemUTC(),
            line -> {})
        .run(false, 1_000);
    await("the event is there, of the same person, and the row is marked")
        .atMost(Shop.PATIENCE)
        .until(
            () ->
                Warehouses.count(cloud, open) == 0
                    && Warehouses.count(
                            cloud,
                            "SELECT count() FROM events FINAL WHERE event_id = 'rp-"
                                + run
                                + "' AND client = 77")
                        == 1);
  }

  @Test
  void reports_areForStaff() {
    assertThat(cloud.api.get("/v1/reports/overview").status()).isEqualTo(401);
    assertThat(cloud.api.staff("GET", "/v1/reports/overview", "wrong").status()).isEqualTo(401);
    assertThat(cloud.api.staff("DELETE", "/v1/people/anybody", "wrong").status()).isEqualTo(401);
  }

  @Test
  void erasedPerson_isGone_andTheOthersStay() {
    String product = "erased-" + run;
    for (String client : List.of("erase-" + run, "keep-" + run)) {
      behaviour.post(
          List.of(
              Behaviour.event("e-" + client, "product_view", client, Behaviour.object(product))));
    }
    awaitRow("products?size=1000", "product", product, "views", "2");
    Answer erased =
        cloud.api.staff("DELETE", "/v1/people/erase-" + run + "?kind=client", cloud.staffToken());
    assertThat(erased.status()).as(erased.response().body()).isEqualTo(200);
    awaitRow("products?size=1000", "product", product, "views", "1");
  }

  private String searchAs(String client, String query) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                cloud.parts.addresses().gateway().resolve("/v1/search?q=" + Api.encode(query)))
            .header("x-aisle-client", client)
            .header("x-aisle-session", "s-" + client);
    Answer answer = cloud.api.send(request);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body().path("queryId").asString();
  }

  private void awaitRow(String report, String keyColumn, String key, String column, String value) {
    await("%s: %s = %s has %s = %s".formatted(report, keyColumn, key, column, value))
        .atMost(Shop.PATIENCE)
        .untilAsserted(
            () -> {
              Answer answer = behaviour.report(report);
              assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
              assertThat(Behaviour.rows(answer))
                  .filteredOn(row -> row.text(keyColumn).equals(key))
                  .extracting(row -> plain(row, column))
                  .containsExactly(plain(value));
            });
  }

  private static String plain(Row row, String column) {
    return plain(row.text(column));
  }

  private static String plain(String number) {
    return number.isEmpty()
        ? ""
        : new java.math.BigDecimal(number).stripTrailingZeros().toPlainString();
  }
}
