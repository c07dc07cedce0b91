package com.aisle.local.launcher.demo;

import com.aisle.local.launcher.shop.Shopper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The events of one visit, as a shop's page sends them, one after the other. */
final class Visit {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String[] KINDS = {"personal", "similar", "bought_together", "trending"};
  private static final int SHOWN = 3;

  private final String id;
  private final Shopper shopper;
  private final String source;
  private final String locale;
  private final RandomGenerator random;
  private final List<ObjectNode> events = new ArrayList<>();
  private Duration at = Duration.ZERO;
  private int rounds;

  /**
   * A visit in which nothing has happened.
   *
   * @param id of the session; event ids are made from it
   * @param source utm source, empty if they came by themselves
   */
  Visit(String id, Shopper shopper, String source, String locale, RandomGenerator random) {
    this.id = id;
    this.shopper = shopper;
    this.source = source;
    this.locale = locale;
    this.random = random;
  }

  void seePage(String page) {
    add("page_view").put("page", page);
  }

  /** Searches and opens this product out of the results. */
  void findBySearch(String product, List<String> others) {
    String query = "%s-q%d".formatted(id, ++rounds);
    seePage("/search");
    int position = 1 + random.nextInt(SHOWN);
    for (int i = 1; i <= SHOWN; i++) {
      String shown = i == position ? product : others.get(i % others.size());
      add("impression").put("query_id", query).put("object_id", shown).put("position", i);
    }
    add("click").put("query_id", query).put("object_id", product).put("position", position);
    seeProduct(product);
  }

  /** Sees recommendations and opens this product out of them, or goes on if it is not taken. */
  void findByRecommendation(String product, String other, boolean taken) {
    String kind = KINDS[random.nextInt(KINDS.length)];
    String recommendation = "%s-r%d".formatted(id, ++rounds);
    recommended("recommendation_impression", recommendation, kind, product, 1);
    recommended("recommendation_impression", recommendation, kind, other, 2);
    if (taken) {
      recommended("recommendation_click", recommendation, kind, product, 1);
      seeProduct(product);
    }
  }

  private void recommended(String action, String id, String kind, String product, int position) {
    add(action)
        .put("recommendation_id", id)
        .put("recommendation_kind", kind)
        .put("object_id", product)
        .put("position", position);
  }

  void seeProduct(String product) {
    add("product_view").put("object_id", product).put("page", "/product/" + product);
  }

  void addToCart(String product, int quantity) {
    add("add_to_cart").put("object_id", product).put("quantity", quantity);
  }

  void removeFromCart(String product) {
    add("remove_from_cart").put("object_id", product);
  }

  void checkOut() {
    seePage("/checkout");
    add("checkout");
  }

  void purchase(String order) {
    add("purchase").put("order_id", order);
  }

  private ObjectNode add(String action) {
    ObjectNode event = JSON.createObjectNode();
    event.put("event_id", "%s-%d".formatted(id, events.size() + 1));
    event.put("action_name", action);
    event.put("client_id", shopper.client());
    event.put("session_id", id);
    shopper.user().ifPresent(user -> event.put("user_id", user));
    event.put("locale", locale);
    if (!source.isEmpty()) {
      event.put("source", source);
    }
    event.put("timestamp", at.toString());
    at = at.plusMillis(2_000 + random.nextInt(40_000));
    events.add(event);
    return event;
  }

  /** All of it, with the last event at this time. */
  List<ObjectNode> endingAt(Instant end) {
    if (events.isEmpty()) {
      return List.of();
    }
    Duration last = Duration.parse(events.getLast().path("timestamp").asString());
    Instant start = end.minus(last);
    for (ObjectNode event : events) {
      Duration offset = Duration.parse(event.path("timestamp").asString());
      event.put("timestamp", start.plus(offset).toString());
    }
    return events;
  }
}
