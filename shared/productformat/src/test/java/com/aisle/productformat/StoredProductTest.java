package com.aisle.productformat;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

class StoredProductTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456789Z");

  @Test
  void product_comesBackWhole() {
    Product product =
        new Product(
            "p1",
            "S 1",
            "g1",
            Map.of(CatalogLocale.ENGLISH, "Mug \"big\"", CatalogLocale.TRADITIONAL_CHINESE, "馬克杯"),
            Map.of(CatalogLocale.ENGLISH, "A mug"),
            "Acme",
            List.of("Home", "Kitchen"),
            new Money(new BigDecimal("12.50"), Currency.getInstance("EUR")),
            3,
            Map.of(
                "colour", new AttributeValue.Text(List.of("black", "red")),
                "width", new AttributeValue.Measure(new BigDecimal("33.60")),
                "touchscreen", new AttributeValue.Flag(true)),
            URI.create("https://shop.example/p1.jpg"),
            NOON,
            false);
    assertThat(StoredProduct.read(StoredProduct.write(product))).isEqualTo(product);
  }

  @Test
  void tombstone_comesBack() {
    Product deleted = Product.deleted("p1", NOON);
    assertThat(StoredProduct.read(StoredProduct.write(deleted))).isEqualTo(deleted);
  }
}
