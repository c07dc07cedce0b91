package com.aisle.productformat;

import com.aisle.catalog.AttributeValue;
import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Money;
import com.aisle.catalog.Product;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a product as a document; equal products give equal documents, to the byte. */
final class ProductWriter {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ProductWriter() {}

  static ObjectNode write(Product product) {
    ObjectNode document = NODES.objectNode();
    document.put("id", product.id());
    if (!product.deleted()) {
      writeLivingProduct(product, document);
    }
    document.put("updatedAt", product.updatedAt().toString());
    if (product.deleted()) {
      document.put("deleted", true);
    }
    return document;
  }

  private static void writeLivingProduct(Product product, ObjectNode document) {
    document.put("sku", product.sku());
    putIfPresent(document, "group", product.group());
    document.set("title", texts(product.title()));
    if (!product.description().isEmpty()) {
      document.set("description", texts(product.description()));
    }
    putIfPresent(document, "brand", product.brand());
    document.set("category", strings(product.category()));
    Money price = product.price();
    if (price != null) {
      document.set("price", price(price));
    }
    document.put("stock", product.stock());
    if (!product.attributes().isEmpty()) {
      document.set("attributes", attributes(product.attributes()));
    }
    if (product.image() != null) {
      document.put("image", product.image().toString());
    }
  }

  private static void putIfPresent(ObjectNode document, String name, @Nullable String value) {
    if (value != null) {
      document.put(name, value);
    }
  }

  private static ObjectNode texts(Map<CatalogLocale, String> texts) {
    ObjectNode node = NODES.objectNode();
    new TreeMap<>(texts).forEach((locale, text) -> node.put(locale.tag(), text));
    return node;
  }

  private static ObjectNode price(Money price) {
    return NODES
        .objectNode()
        .put("amount", price.amount().toPlainString())
        .put("currency", price.currency().getCurrencyCode());
  }

  private static ObjectNode attributes(Map<String, AttributeValue> attributes) {
    ObjectNode node = NODES.objectNode();
    // The product's map has no order of its own.
    new TreeMap<>(attributes)
        .forEach(
            (name, value) -> {
              switch (value) {
                case AttributeValue.Text(var values) -> node.set(name, strings(values));
                case AttributeValue.Measure(var measure) -> node.put(name, measure);
                case AttributeValue.Flag(var flag) -> node.put(name, flag);
              }
            });
    return node;
  }

  private static ArrayNode strings(Iterable<String> values) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(array::add);
    return array;
  }
}
