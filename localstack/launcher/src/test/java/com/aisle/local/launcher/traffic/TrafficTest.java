package com.aisle.local.launcher.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.shop.Sender;
import com.aisle.local.launcher.shop.Shopper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TrafficTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

  private static final class RecordingStore implements Store {
    private final List<String> queries = new ArrayList<>();
    private final List<ObjectNode> events = new ArrayList<>();
    private final List<ObjectNode> orders = new ArrayList<>();

    @Override
    public JsonNode search(
        Sender sender, Shopper shopper, String session, String query, String locale) {
      queries.add(query);
      return JSON.readTree(
          """
          {"queryId": "q%d", "hits": [
            {"id": "a", "price": {"amount": "2.50", "currency": "GBP"}},
            {"id": "b", "price": {"amount": "1.00", "currency": "GBP"}}]}"""
              .formatted(queries.size()));
    }

    @Override
    public JsonNode post(Sender sender, List<ObjectNode> batch) {
      batch.forEach(event -> events.add(event.deepCopy()));
      return JSON.createObjectNode().put("accepted", batch.size());
    }

    @Override
    public void order(ObjectNode order) {
      orders.add(order);
    }
  }

  @Test
  void step_manyTimes_shoppersSearchClickAndBuy() {
    RecordingStore store = new RecordingStore();
    Traffic traffic = traffic(store);
    for (int i = 0; i < 3_000; i++) {
      traffic.step();
    }

    Traffic.Counts counts = traffic.counts();
    assertThat(counts.errors()).isZero();
    assertThat(counts.events()).isEqualTo(store.events.size()).isEqualTo(counts.accepted());
    assertThat(counts.searches()).isEqualTo(store.queries.size()).isGreaterThan(500);
    assertThat(counts.orders()).isEqualTo(store.orders.size()).isGreaterThan(20);
    Set<String> ids = new HashSet<>();
    store.events.forEach(event -> ids.add(event.path("event_id").asString()));
    assertThat(ids).hasSameSizeAs(store.events);
  }

  @Test
  void click_afterSearch_bearsItsQueryId() {
    RecordingStore store = new RecordingStore();
    Traffic traffic = traffic(store);
    for (int i = 0; i < 200; i++) {
      traffic.step();
    }

    assertThat(store.events)
        .filteredOn(event -> event.path("action_name").asString().equals("click"))
        .isNotEmpty()
        .allSatisfy(
            click -> {
              assertThat(click.path("query_id").asString()).startsWith("q");
              assertThat(click.path("position").asInt()).isBetween(1, 2);
              assertThat(click.path("object_id").asString()).isIn("a", "b");
            });
  }

  @Test
  void order_hasWhatWasPutIntoTheCart() {
    RecordingStore store = new RecordingStore();
    Traffic traffic = traffic(store);
    while (store.orders.isEmpty()) {
      traffic.step();
    }

    ObjectNode order = store.orders.getFirst();
    assertThat(order.path("currency").asString()).isEqualTo("GBP");
    assertThat(order.path("lines").size()).isPositive();
    String session = order.path("order_id").asString().replaceFirst("web-", "");
    assertThat(store.events)
        .filteredOn(event -> event.path("session_id").asString().equals(session))
        .extracting(event -> event.path("action_name").asString())
        .contains("page_view", "click", "product_view", "add_to_cart", "checkout", "purchase");
  }

  @Test
  void step_sameSeed_doesTheSame() {
    RecordingStore one = new RecordingStore();
    RecordingStore other = new RecordingStore();
    Traffic first = traffic(one);
    Traffic second = traffic(other);
    for (int i = 0; i < 300; i++) {
      first.step();
      second.step();
    }

    assertThat(one.queries).isEqualTo(other.queries);
    assertThat(one.events).isEqualTo(other.events);
  }

  @Test
  void step_whenTheStoreFails_countsAnErrorAndGoesOn() {
    Store failing = new RecordingStoreThatFails();
    Traffic traffic = traffic(failing);
    traffic.step();
    traffic.step();

    assertThat(traffic.counts().errors()).isEqualTo(2);
    assertThat(traffic.lastError()).contains("away");
  }

  private static final class RecordingStoreThatFails implements Store {
    @Override
    public JsonNode search(
        Sender sender, Shopper shopper, String session, String query, String locale) {
      throw new LauncherException("away");
    }

    @Override
    public JsonNode post(Sender sender, List<ObjectNode> batch) {
      throw new LauncherException("away");
    }

    @Override
    public void order(ObjectNode order) {
      throw new LauncherException("away");
    }
  }

  private static Traffic traffic(Store store) {
    Queries queries = new Queries(List.of("Vintage Polka Dot Mug", "無線靜音滑鼠"));
    return new Traffic(store, queries, NOW, "t", 10, 42);
  }
}
