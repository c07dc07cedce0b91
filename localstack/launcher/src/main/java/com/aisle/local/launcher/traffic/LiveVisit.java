package com.aisle.local.launcher.traffic;

import com.aisle.local.launcher.shop.Sender;
import com.aisle.local.launcher.shop.Shopper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A visit that goes on step by step: each looks at what Aisle answered before. */
final class LiveVisit {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SEEN_RESULTS = 4;

  private enum State {
    ARRIVING,
    SEARCHING,
    LOOKING,
    CHECKING_OUT,
    BUYING,
    GONE
  }

  /** A product in the cart, at the price that the search showed. */
  private record Item(String product, int quantity, String price, String currency) {}

  private final Store store;
  private final Queries queries;
  private final Sender sender;
  private final Shopper shopper;
  private final String session;
  private final RandomGenerator random;
  private final Clock clock;
  private final List<Item> cart = new ArrayList<>();
  private final List<ObjectNode> events = new ArrayList<>();
  private State state = State.ARRIVING;
  private JsonNode found = JSON.createObjectNode();
  private int counted;
  private boolean searched;
  private boolean ordered;

  LiveVisit(
      Store store,
      Queries queries,
      Sender sender,
      Shopper shopper,
      String session,
      RandomGenerator random,
      Clock clock) {
    this.store = store;
    this.queries = queries;
    this.sender = sender;
    this.shopper = shopper;
    this.session = session;
    this.random = random;
    this.clock = clock;
  }

  boolean isOver() {
    return state == State.GONE;
  }

  /**
   * What a step did.
   *
   * @param events that were posted
   * @param accepted how many of them Aisle took
   */
  record Step(int events, int accepted, boolean searched, boolean ordered) {}

  /** Goes on by one step; throws LauncherException when Aisle does not do its part. */
  Step step() {
    events.clear();
    searched = false;
    ordered = false;
    State now = state;
    // Whoever meets an error leaves.
    state = State.GONE;
    State next =
        switch (now) {
          case ARRIVING -> arrive();
          case SEARCHING -> search();
          case LOOKING -> look();
          case CHECKING_OUT -> checkOut();
          case BUYING -> buy();
          case GONE -> State.GONE;
        };
    int accepted = events.isEmpty() ? 0 : accepted(store.post(sender, events));
    state = next;
    return new Step(events.size(), accepted, searched, ordered);
  }

  private int accepted(JsonNode answer) {
    return answer.path("accepted").asInt(events.size());
  }

  private State arrive() {
    add("page_view").put("page", "/");
    return chance(25) ? State.GONE : State.SEARCHING;
  }

  private State search() {
    String query = queries.any(random);
    found = store.search(sender, shopper, session, query, queries.locale(query));
    searched = true;
    add("page_view").put("page", "/search");
    JsonNode hits = found.path("hits");
    for (int i = 0; i < Math.min(SEEN_RESULTS, hits.size()); i++) {
      result("impression", i);
    }
    return hits.isEmpty() ? leaveOr(State.SEARCHING, 50) : leaveOr(State.LOOKING, 30);
  }

  private State look() {
    JsonNode hits = found.path("hits");
    // The first results are clicked most.
    int index = (int) (hits.size() * Math.pow(random.nextDouble(), 2));
    result("click", index);
    JsonNode hit = hits.get(index);
    String product = hit.path("id").asString();
    add("product_view").put("object_id", product).put("page", "/product/" + product);
    JsonNode price = hit.path("price");
    if (chance(18) && price.has("amount")) {
      Item item =
          new Item(
              product,
              1 + random.nextInt(3),
              price.path("amount").asString(),
              price.path("currency").asString());
      cart.add(item);
      add("add_to_cart").put("object_id", product).put("quantity", item.quantity());
    }
    return chance(45) ? State.SEARCHING : cart.isEmpty() ? State.GONE : State.CHECKING_OUT;
  }

  private State checkOut() {
    add("page_view").put("page", "/checkout");
    add("checkout");
    return leaveOr(State.BUYING, 30);
  }

  private State buy() {
    String order = "web-" + session;
    store.order(order(order));
    ordered = true;
    add("purchase").put("order_id", order);
    return State.GONE;
  }

  private ObjectNode order(String id) {
    ObjectNode order = JSON.createObjectNode();
    order.put("order_id", id).put("placed_at", clock.instant().toString());
    order.put("client_id", shopper.client());
    shopper.user().ifPresent(user -> order.put("user_id", user));
    order.put("country", sender.country()).put("currency", cart.getFirst().currency());
    for (Item item : cart) {
      order
          .withArray("lines")
          .addObject()
          .put("product", item.product())
          .put("quantity", item.quantity())
          .put("unit_price", item.price());
    }
    return order;
  }

  private void result(String action, int index) {
    add(action)
        .put("query_id", found.path("queryId").asString())
        .put("object_id", found.path("hits").get(index).path("id").asString())
        .put("position", index + 1);
  }

  private ObjectNode add(String action) {
    ObjectNode event = JSON.createObjectNode();
    Instant now = clock.instant().plusMillis(events.size());
    event.put("event_id", "%s-%d".formatted(session, ++counted));
    event.put("action_name", action).put("timestamp", now.toString());
    event.put("client_id", shopper.client()).put("session_id", session);
    shopper.user().ifPresent(user -> event.put("user_id", user));
    event.put("locale", "en");
    events.add(event);
    return event;
  }

  private State leaveOr(State next, int leavingOf100) {
    return chance(leavingOf100) ? State.GONE : next;
  }

  private boolean chance(int of100) {
    return random.nextInt(100) < of100;
  }
}
