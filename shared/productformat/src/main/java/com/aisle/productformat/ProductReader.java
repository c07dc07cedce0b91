package com.aisle.productformat;

import com.aisle.catalog.AttributeValue;
import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Money;
import com.aisle.catalog.Product;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns a document that is known to be valid into a product. */
final class ProductReader {

  private ProductReader() {}

  static Product read(JsonNode document) {
    String id = document.get("id").stringValue();
    Instant updatedAt = OffsetDateTime.parse(document.get("updatedAt").stringValue()).toInstant();
    if (document.path("deleted").booleanValue(false)) {
      return Product.deleted(id, updatedAt);
    }
    String image = text(document, "image");
    return new Product(
        id,
        document.get("sku").stringValue(),
        text(document, "group"),
        texts(document.path("title")),
        texts(document.path("description")),
        text(document, "brand"),
        strings(document.path("category")),
        price(document.path("price")),
        document.get("stock").intValue(),
        attributes(document.path("attributes")),
        image == null ? null : URI.create(image),
        updatedAt,
        false);
  }

  private static @Nullable String text(JsonNode document, String name) {
    JsonNode value = document.path(name);
    return value.isString() ? value.stringValue() : null;
  }

  private static Map<CatalogLocale, String> texts(JsonNode byLocale) {
    Map<CatalogLocale, String> texts = new EnumMap<>(CatalogLocale.class);
    for (CatalogLocale locale : CatalogLocale.values()) {
      String text = text(byLocale, locale.tag());
      if (text != null) {
        texts.put(locale, text);
      }
    }
    return texts;
  }

  private static @Nullable Money price(JsonNode price) {
    return price.isMissingNode()
        ? null
        : new Money(
            new BigDecimal(price.get("amount").stringValue()),
            Currency.getInstance(price.get("currency").stringValue()));
  }

  private static Map<String, AttributeValue> attributes(JsonNode attributes) {
    Map<String, AttributeValue> values = new HashMap<>();
    for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
      values.put(attribute.getKey(), value(attribute.getValue()));
    }
    return values;
  }

  private static AttributeValue value(JsonNode value) {
    if (value.isBoolean()) {
      return new AttributeValue.Flag(value.booleanValue());
    }
    return value.isNumber()
        ? new AttributeValue.Measure(value.decimalValue())
        : new AttributeValue.Text(strings(value));
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(JsonNode::stringValue).toList();
  }
}
