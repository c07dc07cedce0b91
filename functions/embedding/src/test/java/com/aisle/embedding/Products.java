package com.aisle.embedding;

import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Product;
import com.aisle.messaging.QueuedMessage;
import com.aisle.productformat.ProductJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Products and messages for tests. */
final class Products {

  static final ProductJson FORMAT = new ProductJson();
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private Products() {}

  static Product mug(Instant updatedAt) {
    return product("mug", Map.of(CatalogLocale.ENGLISH, "red mug"), 3, updatedAt);
  }

  static Product bilingual(Instant updatedAt) {
    return product(
        "teapot",
        Map.of(CatalogLocale.ENGLISH, "teapot", CatalogLocale.TRADITIONAL_CHINESE, "茶壺"),
        3,
        updatedAt);
  }

  static Product product(
      String id, Map<CatalogLocale, String> title, int stock, Instant updatedAt) {
    return new Product(
        id,
        "SKU-" + id,
        null,
        title,
        Map.of(),
        null,
        List.of("Home"),
        null,
        stock,
        Map.of(),
        null,
        updatedAt,
        false);
  }

  static QueuedMessage message(String id, Product... products) {
    return new QueuedMessage(id, FORMAT.writeBatch(List.of(products)), null);
  }
}
