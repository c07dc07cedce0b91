package com.aisle.local.launcher.demo;

import com.aisle.local.launcher.shop.Shopper;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * An invoice of the demo shop.
 *
 * @param invoice its number; begins with C if it cancels goods
 * @param date local time in the United Kingdom
 * @param customer empty if unknown
 * @param country as the source writes it
 */
record Order(
    String invoice, LocalDateTime date, String customer, String country, List<Line> lines) {

  /** Some pieces of one product; the quantity is negative if they came back. */
  record Line(String product, int quantity, BigDecimal unitPrice) {

    boolean isReturn() {
      return quantity < 0 || unitPrice.signum() < 0;
    }

    boolean isCorrectionOfStock() {
      return isReturn() && unitPrice.signum() == 0;
    }
  }

  /** Whether goods or money went back. */
  boolean isRefund() {
    return lines.getFirst().isReturn();
  }

  /** Who ordered; without a number the browser is all that is known. */
  Shopper shopper() {
    return customer.isEmpty()
        ? new Shopper("demo-guest-" + invoice, Optional.empty())
        : new Shopper("demo-customer-" + customer, Optional.of("customer-" + customer));
  }
}
