package com.aisle.benchmarks.freshness;

import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A product with another price.
 *
 * @param id of the product
 * @param amount in major units, the new one
 * @param document the whole product, as the shop's event says it
 */
record PriceChange(String id, BigDecimal amount, String document) {

  /** The product of this document with another price, as of {@code now} and newer than before. */
  static PriceChange of(JsonNode product, BigDecimal amount, Instant now) {
    Instant before = Instant.parse(product.required("updatedAt").stringValue());
    Instant changed = now.isAfter(before) ? now : before.plusMillis(1);
    ObjectNode document = (ObjectNode) product.deepCopy();
    ((ObjectNode) document.required("price")).put("amount", amount.toPlainString());
    document.put("updatedAt", changed.toString());
    return new PriceChange(product.required("id").stringValue(), amount, document.toString());
  }

  /** What the product of this document costs. */
  static BigDecimal amountOf(JsonNode product) {
    return new BigDecimal(product.required("price").required("amount").stringValue());
  }

  /** Whether this document shows the change. */
  boolean isShownBy(JsonNode product) {
    return amountOf(product).compareTo(amount) == 0;
  }
}
