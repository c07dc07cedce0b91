package com.aisle.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Goods of an order were given back. Quantities and amounts are positive here.
 *
 * @param refundId the shop's name for it, unique within the order
 * @param placedAt when the order was placed; the time of the refund when that is not known
 * @param currency ISO 4217, of every amount
 */
public record OrderRefunded(
    String orderId,
    String refundId,
    Instant at,
    Instant placedAt,
    Customer customer,
    String country,
    String currency,
    List<OrderLine> lines)
    implements OrderEvent {

  public static final String TYPE = "OrderRefunded";

  public OrderRefunded {
    lines = List.copyOf(lines);
  }

  @Override
  public String eventId() {
    return TYPE + ":" + orderId + ":" + refundId;
  }

  /** What is given back for the goods together. */
  public BigDecimal amount() {
    return OrderLine.sum(lines);
  }
}
