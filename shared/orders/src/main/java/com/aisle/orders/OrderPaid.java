package com.aisle.orders;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An order was paid.
 *
 * @param currency ISO 4217
 */
public record OrderPaid(String orderId, Instant at, BigDecimal amount, String currency)
    implements OrderEvent {

  public static final String TYPE = "OrderPaid";

  @Override
  public String eventId() {
    return TYPE + ":" + orderId;
  }
}
