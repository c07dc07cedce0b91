package com.aisle.local.launcher.demo;

import com.aisle.local.launcher.demo.Order.Line;
import com.aisle.local.launcher.shop.Shopper;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An invoice as a line of an import file of orders. */
final class OrderDocument {
  /** The whole demo shop is priced in it. */
  static final String CURRENCY = "GBP";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private OrderDocument() {}

  /**
   * An OrderPlaced, or an OrderRefunded. The source does not say which order a cancellation belongs
   * to: it gets its own number for the order's.
   */
  static ObjectNode of(Order order, Instant time) {
    ObjectNode document = JSON.createObjectNode();
    document.put("type", order.isRefund() ? "OrderRefunded" : "OrderPlaced");
    document.put("order_id", order.invoice());
    if (order.isRefund()) {
      document.put("refund_id", order.invoice());
    }
    document.put(order.isRefund() ? "refunded_at" : "placed_at", time.toString());
    Shopper shopper = order.shopper();
    shopper.user().ifPresent(user -> document.put("user_id", user));
    document.put("client_id", shopper.client());
    Countries.code(order.country()).ifPresent(code -> document.put("country", code));
    document.put("currency", CURRENCY);
    ArrayNode lines = document.putArray("lines");
    order.lines().forEach(line -> put(lines.addObject(), line));
    return document;
  }

  private static void put(ObjectNode object, Line line) {
    object.put("product", line.product());
    object.put("quantity", Math.abs(line.quantity()));
    object.put("unit_price", line.unitPrice().abs().toPlainString());
  }
}
