package com.aisle.local.launcher.demo;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

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
}
