package com.aisle.textindex;

import com.aisle.catalog.AttributeValue;
import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Money;
import com.aisle.catalog.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds products for tests. */
final class Products {

  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private Products() {}

  static Product titled(String id, String title) {
    return full(id, Map.of(CatalogLocale.ENGLISH, title), NOON);
  }

  static Product chinese(String id, String title) {
    return full(id, Map.of(CatalogLocale.TRADITIONAL_CHINESE, title), NOON);
  }

  static Product at(String id, String title, Instant updatedAt) {
    return full(id, Map.of(CatalogLocale.ENGLISH, title), updatedAt);
  }

  static Product priced(String id, String title, String euros) {
    return product(
        id,
        Map.of(CatalogLocale.ENGLISH, title),
        null,
        List.of(),
        new Money(new BigDecimal(euros), Currency.getInstance("EUR")),
        Map.of(),
        NOON);
  }

  static Product branded(String id, String title, String brand, List<String> category) {
    Map<CatalogLocale, String> titles = Map.of(CatalogLocale.ENGLISH, title);
    return product(id, titles, brand, category, null, Map.of(), NOON);
  }

  static Product product(
      String id,
      Map<CatalogLocale, String> title,
      String brand,
      List<String> category,
      Money price,
      Map<String, AttributeValue> attributes,
      Instant updatedAt) {
    return new Product(
        id,
        "sku-" + id,
        null,
        title,
        Map.of(),
        brand,
        category,
        price,
        1,
        new HashMap<>(attributes),
        null,
        updatedAt,
        false);
  }

  private static Product full(String id, Map<CatalogLocale, String> title, Instant updatedAt) {
    return product(id, title, null, List.of(), null, Map.of(), updatedAt);
  }
}
