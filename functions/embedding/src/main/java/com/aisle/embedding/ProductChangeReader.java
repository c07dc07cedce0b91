package com.aisle.embedding;

import com.aisle.catalog.Product;
import com.aisle.productformat.ProductJson;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Reads what the queue product-changes carries: an event of the shop's bus or a batch of imports.
 */
record ProductChangeReader(ProductJson format) {

  private static final String EVENT_TYPE = "ProductChanged";

  /**
   * @throws com.aisle.productformat.InvalidProductException when it is neither or holds something
   *     that is not a product
   */
  List<Product> read(String body) {
    JsonNode message = ProductJson.parse(body);
    if (message.path("detail-type").asString("").equals(EVENT_TYPE)) {
      return List.of(format.read(message.path("detail")));
    }
    return format.readBatch(body);
  }
}
