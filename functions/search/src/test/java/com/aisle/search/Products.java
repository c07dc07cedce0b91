package com.aisle.search;

import com.aisle.catalog.AttributeValue;
import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Money;
import com.aisle.catalog.Product;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** A few articles of a shop. */
final class Products {

  static final Instant UPDATED = Instant.parse("2026-11-24T12:00:00Z");

  static final Product RED_MUG =
      product(
          "mug-red",
          Map.of(
              CatalogLocale.ENGLISH, "Red enamel mug <0.3 l>",
              CatalogLocale.TRADITIONAL_CHINESE, "紅色琺瑯馬克杯"),
          "Falcon",
          List.of("Home", "Kitchen", "Mugs"),
          "12.50",
          "red",
          "https://shop.example/mug-red.jpg");

  static final Product BLUE_MUG =
      product(
          "mug-blue",
          Map.of(CatalogLocale.ENGLISH, "Blue stoneware mug"),
          "Denby",
          List.of("Home", "Kitchen", "Mugs"),
          "9.00",
          "blue",
          null);

  static final Product SOFA =
      product(
          "sofa",
          Map.of(CatalogLocale.ENGLISH, "Velvet sofa"),
          "Denby",
          List.of("Home", "Furniture"),
          "899.00",
          "red",
          null);

  /** Without all that a product may lack. */
  static final Product BARE =
      new Product(
          "bare",
          "SKU-bare",
          null,
          Map.of(CatalogLocale.ENGLISH, "Gift voucher"),
          Map.of(),
          null,
          List.of(),
          null,
          0,
          Map.of(),
          null,
          UPDATED.plusSeconds(60),
          false);

  static final List<Product> ALL = List.of(RED_MUG, BLUE_MUG, SOFA, BARE);

  private Products() {}

  private static Product product(
      String id,
      Map<CatalogLocale, String> title,
      String brand,
      List<String> category,
      String price,
      String colour,
      String image) {
    return new Product(
        id,
        "SKU-" + id,
        null,
        title,
        Map.of(CatalogLocale.ENGLISH, "An article of our shop."),
        brand,
        category,
        new Money(new BigDecimal(price), Currency.getInstance("EUR")),
        3,
        Map.of(
            "colour", new AttributeValue.Text(List.of(colour)),
            "washable", new AttributeValue.Flag(true)),
        image == null ? null : URI.create(image),
        UPDATED,
        false);
  }
}
