package com.aisle.local.launcher.demo;

import java.util.Optional;

/**
 * Who ordered or looked.
 *
 * @param client id of the browser
 * @param user id of the customer
 */
record Shopper(String client, Optional<String> user) {

  /** The customer of an order; without a number the browser is all that is known. */
  static Shopper of(Order order) {
    return order.customer().isEmpty()
        ? new Shopper("demo-guest-" + order.invoice(), Optional.empty())
        : new Shopper(
            "demo-customer-" + order.customer(), Optional.of("customer-" + order.customer()));
  }
}
