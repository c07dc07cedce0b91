package com.aisle.vectors;

import com.aisle.catalog.AttributeValue;
import com.aisle.catalog.Money;
import com.aisle.catalog.Product;
import com.aisle.catalog.filter.FilterField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a product's vector can be filtered by. A field has the name of its {@link FilterField}; what
 * a product lacks is left out. Besides those: every path that leads to the category, the time of
 * the last change and whether the product is deleted.
 */
public final class ProductMetadata {

  /** When the product was last changed, in milliseconds since 1970. */
  public static final String UPDATED_AT = "updatedAt";

  /** Whether the product is deleted; such records are in no answer of {@code nearest}. */
  public static final String DELETED = "deleted";

  /** The category path and each path above it: {@code [Home, Home > Kitchen]}. */
  public static final String CATEGORY_PATHS = "categoryPaths";

  /** A vector store takes 40 KB for all fields; the rest is for those that are no attributes. */
  private static final int MAX_ATTRIBUTE_BYTES = 32_000;

  private ProductMetadata() {}

  /**
   * The metadata of this product. Attributes that would exceed what a vector store takes are left
   * out, the last ones by name first.
   */
  public static Map<String, Object> of(Product product) {
    Map<String, Object> metadata = new HashMap<>();
    put(metadata, FilterField.ID, product.id());
    metadata.put(UPDATED_AT, (double) product.updatedAt().toEpochMilli());
    metadata.put(DELETED, product.deleted());
    if (product.deleted()) {
      return metadata;
    }
    put(metadata, FilterField.SKU, product.sku());
    put(metadata, FilterField.GROUP, product.group());
    put(metadata, FilterField.BRAND, product.brand());
    put(metadata, FilterField.STOCK, (double) product.stock());
    putCategory(metadata, product.category());
    putPrice(metadata, product.price());
    putAttributes(metadata, product.attributes());
    return metadata;
  }

  /** The name under which a field is kept. */
  static String nameOf(FilterField field) {
    return field.name();
  }

  static String pathName(List<String> path) {
    return String.join(FilterField.PATH_SEPARATOR, path);
  }

  private static void put(Map<String, Object> metadata, FilterField field, @Nullable Object value) {
    if (value != null) {
      metadata.put(nameOf(field), value);
    }
  }

  private static void putCategory(Map<String, Object> metadata, List<String> path) {
    if (path.isEmpty()) {
      return;
    }
    put(metadata, FilterField.CATEGORY, pathName(path));
    List<String> paths = new ArrayList<>();
    for (int length = 1; length <= path.size(); length++) {
      paths.add(pathName(path.subList(0, length)));
    }
    metadata.put(CATEGORY_PATHS, List.copyOf(paths));
  }

  private static void putPrice(Map<String, Object> metadata, @Nullable Money price) {
    if (price != null) {
      put(metadata, FilterField.PRICE, price.amount().doubleValue());
      put(metadata, FilterField.CURRENCY, price.currency().getCurrencyCode());
    }
  }

  private static void putAttributes(
      Map<String, Object> metadata, Map<String, AttributeValue> attributes) {
    int room = MAX_ATTRIBUTE_BYTES;
    for (Map.Entry<String, AttributeValue> attribute : new TreeMap<>(attributes).entrySet()) {
      Object value = value(attribute.getValue());
      room -= size(attribute.getKey(), value);
      if (room < 0) {
        return;
      }
      if (!value.equals(List.of())) {
        put(metadata, FilterField.attribute(attribute.getKey()), value);
      }
    }
  }

  private static Object value(AttributeValue attribute) {
    return switch (attribute) {
      case AttributeValue.Text text -> text.values();
      case AttributeValue.Measure measure -> measure.value().doubleValue();
      case AttributeValue.Flag flag -> flag.value();
    };
  }

  private static int size(String name, Object value) {
    int overhead = 32;
    int size = overhead + name.getBytes(StandardCharsets.UTF_8).length;
    if (value instanceof List<?> texts) {
      for (Object text : texts) {
        size += overhead + text.toString().getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return size;
  }
}
