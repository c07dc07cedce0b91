package com.aisle.orders;

import java.math.BigDecimal;
import java.util.List;

/**
 * Some pieces of one product.
 *
 * @param quantity from 1
 * @param unitPrice not negative
 * @param amount what they cost together: quantity times unit price, if the shop says nothing else
 */
public record OrderLine(String product, int quantity, BigDecimal unitPrice, BigDecimal amount) {

  static BigDecimal sum(List<OrderLine> lines) {
    return lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
