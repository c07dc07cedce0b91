package com.aisle.ingest;

import com.aisle.events.Pseudonyms;
import com.aisle.events.Rejection;
import com.aisle.orders.InvalidOrderException;
import com.aisle.orders.OrderReader;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes rows of what a shop says about its orders, or keeps it with the reason why it cannot. */
final class OrderContents {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What else a shop may say about its customers stays out of the warehouse. */
  private static final List<String> KEPT =
      List.of(
          "order_id",
          "refund_id",
          "placed_at",
          "paid_at",
          "refunded_at",
          "country",
          "currency",
          "amount",
          "lines");

  private final OrderReader reader = new OrderReader();
  private final OrderRows rows;

  OrderContents(OrderRows rows) {
    this.rows = rows;
  }

  boolean knows(String type) {
    return reader.knows(type);
  }

  /** Adds what the document holds. */
  void read(String type, JsonNode document, Contents contents) {
    try {
      rows.add(reader.read(type, document), contents);
    } catch (InvalidOrderException e) {
      contents.rejections().add(rejection(type, document, e.reason()));
    }
  }

  /** With pseudonyms in place of the ids; a replay reads those too. */
  private Rejection rejection(String type, JsonNode document, String reason) {
    Buyer buyer = rows.buyer(OrderReader.customer(document));
    ObjectNode kept =
        JSON.createObjectNode()
            .put("type", type)
            .put("user", Pseudonyms.text(buyer.user()))
            .put("client", Pseudonyms.text(buyer.client()));
    for (String field : KEPT) {
      if (document.has(field)) {
        kept.set(field, document.get(field));
      }
    }
    return new Rejection(
        "orders",
        reason,
        kept.toString(),
        type + ":" + document.path("order_id").asString(""),
        buyer.person(),
        buyer.client(),
        buyer.user());
  }
}
