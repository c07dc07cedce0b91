package com.aisle.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Somebody ordered goods.
 *
 * @param country ISO 3166-1 alpha-2, or empty when it is not known
 * @param currency ISO 4217, of every amount
 */
public record OrderPlaced(
    String orderId,
    Instant at,
    Customer customer,
    String country,
    String currency,
    List<OrderLine> lines)
    implements OrderEvent {

  public static final String TYPE = "OrderPlaced";

  public OrderPlaced {
    lines = List.copyOf(lines);
  }

  @Override
  public String eventId() {
    return TYPE + ":" + orderId;
  }

  /** What the goods cost together. */
  public BigDecimal amount() {
    return OrderLine.sum(lines);
  }
}
