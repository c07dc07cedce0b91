package com.aisle.vectors;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProductMetadataTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private static Product product(
      @Nullable String brand,
      List<String> category,
      @Nullable Money price,
      Map<String, AttributeValue> attributes) {
    return new Product(
        "p1",
        "SKU-1",
        null,
        Map.of(CatalogLocale.ENGLISH, "Cap"),
        Map.of(),
        brand,
        category,
        price,
        3,
        attributes,
        null,
        NOON,
        false);
  }

  @Test
  void of_fullProduct_namesEveryField() {
    Money price = new Money(new BigDecimal("12.50"), Currency.getInstance("EUR"));
    Map<String, AttributeValue> attributes =
        Map.of(
            "product colour", new AttributeValue.Text(List.of("black", "red")),
            "width", new AttributeValue.Measure(new BigDecimal("33.6")),
            "washable", new AttributeValue.Flag(true));

    assertThat(ProductMetadata.of(product("Acme", List.of("Home", "Kitchen"), price, attributes)))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("id", "p1"),
                Map.entry("sku", "SKU-1"),
                Map.entry("brand", "Acme"),
                Map.entry("category", "Home > Kitchen"),
                Map.entry("categoryPaths", List.of("Home", "Home > Kitchen")),
                Map.entry("price", 12.5),
                Map.entry("currency", "EUR"),
                Map.entry("stock", 3.0),
                Map.entry("attributes.product colour", List.of("black", "red")),
                Map.entry("attributes.width", 33.6),
                Map.entry("attributes.washable", true),
                Map.entry("updatedAt", (double) NOON.toEpochMilli()),
                Map.entry("deleted", false)));
  }

  @Test
  void of_bareProduct_leavesOutWhatItLacks() {
    assertThat(ProductMetadata.of(product(null, List.of(), null, Map.of())))
        .containsOnlyKeys("id", "sku", "stock", "updatedAt", "deleted");
  }

  @Test
  void of_tombstone_isDeletedAndNothingElse() {
    assertThat(ProductMetadata.of(Product.deleted("p1", NOON)))
        .isEqualTo(Map.of("id", "p1", "updatedAt", (double) NOON.toEpochMilli(), "deleted", true));
  }

  @Test
  void of_tooManyAttributes_staysBelowTheLimit() {
    Map<String, AttributeValue> attributes = new HashMap<>();
    for (int i = 0; i < 1_000; i++) {
      attributes.put(
          "name %03d".formatted(i), new AttributeValue.Text(List.of("長".repeat(30) + i)));
    }

    Map<String, Object> metadata =
        ProductMetadata.of(product("Acme", List.of("Home"), null, attributes));

    assertThat(MetadataStructs.struct(metadata).getSerializedSize()).isBetween(20_000, 40 * 1_024);
    assertThat(metadata).containsKeys("attributes.name 000", "brand", "deleted");
  }
}
