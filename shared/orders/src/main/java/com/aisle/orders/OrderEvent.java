package com.aisle.orders;

import java.time.Instant;

/** Something that happened to an order. */
public sealed interface OrderEvent permits OrderPlaced, OrderPaid, OrderRefunded {

  /** The shop's name for the order. */
  String orderId();

  /** When it happened. */
  Instant at();

  /** The same for every repetition of this event, and for no other one. */
  String eventId();
}
