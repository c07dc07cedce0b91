package com.aisle.productformat;

import com.aisle.catalog.Product;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the product document, version 1 ({@code product-1.schema.json}).
 *
 * <p>Also the batch {@code {"schema":1,"products":[…]}} in which documents travel through queues.
 * Equal products give equal text, so a checksum of it can stand for it. Make one and keep it:
 * reading the schema is slow. Safe for use by several threads.
 */
public final class ProductJson {

  /** A document's greatest size as UTF-8 text, in bytes. */
  public static final int MAX_BYTES = 100 * 1024;

  private static final int SCHEMA_VERSION = 1;

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final ProductSchema schema = new ProductSchema();

  /**
   * The product that this document describes.
   *
   * @throws InvalidProductException when it is no JSON, too large or not a product
   */
  public Product read(String document) {
    checkSize(document);
    return readValid(parse(document));
  }

  /**
   * The product that this document describes.
   *
   * @param document UTF-8
   * @throws InvalidProductException when it is no UTF-8, no JSON, too large or not a product
   */
  public Product read(byte[] document) {
    try {
      return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString());
    } catch (CharacterCodingException e) {
      throw new InvalidProductException("", "the document is not UTF-8");
    }
  }

  /**
   * The product that this document describes.
   *
   * @throws InvalidProductException when it is too large or not a product
   */
  public Product read(JsonNode document) {
    checkSize(document.toString());
    return readValid(document);
  }

  /**
   * The product that a foreign document becomes by a mapping.
   *
   * @param importTime the moment that stands for "now" in this import
   * @throws InvalidProductException when it is no JSON or does not become a product
   */
  public Product read(String foreign, FieldMapping mapping, Instant importTime) {
    return read(mapping.apply(parse(foreign), importTime));
  }

  /** The document of a product, as compact text. */
  public String write(Product product) {
    return MAPPER.writeValueAsString(ProductWriter.write(product));
  }

  /**
   * The products of a batch.
   *
   * @throws InvalidProductException when it is no batch or one of its documents is not a product;
   *     nothing of it is returned then
   */
  public List<Product> readBatch(String batch) {
    JsonNode node = parse(batch);
    if (node.path("schema").intValue(0) != SCHEMA_VERSION || !node.path("products").isArray()) {
      throw new InvalidProductException("", "expected {\"schema\":1,\"products\":[…]}");
    }
    List<Product> products = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    int index = 0;
    for (JsonNode document : node.path("products")) {
      String where = "/products/" + index++;
      try {
        products.add(read(document));
      } catch (InvalidProductException e) {
        e.violations().forEach(v -> violations.add(new Violation(where + v.where(), v.what())));
      }
    }
    if (!violations.isEmpty()) {
      throw new InvalidProductException(violations);
    }
    return products;
  }

  /** The batch of these products, as compact text. */
  public String writeBatch(List<Product> products) {
    ObjectNode batch = MAPPER.createObjectNode().put("schema", SCHEMA_VERSION);
    ArrayNode documents = batch.putArray("products");
    products.forEach(product -> documents.add(ProductWriter.write(product)));
    return MAPPER.writeValueAsString(batch);
  }

  /**
   * Any JSON text, read in the way that products are read: exact decimals, no member twice.
   *
   * @throws InvalidProductException when it is no JSON
   */
  public static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      throw new InvalidProductException(
          "", "not JSON (column %d): %s".formatted(column, e.getOriginalMessage()));
    }
  }

  private Product readValid(JsonNode document) {
    List<Violation> violations = schema.violations(document);
    if (violations.isEmpty()) {
      violations = DomainRules.violations(document);
    }
    if (!violations.isEmpty()) {
      throw new InvalidProductException(violations);
    }
    return ProductReader.read(document);
  }

  private static void checkSize(String document) {
    // A character takes one to three bytes: most texts are judged without being encoded.
    boolean small = document.length() <= MAX_BYTES / 3;
    if (!small && document.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new InvalidProductException(
          "", "the document is larger than %d bytes".formatted(MAX_BYTES));
    }
  }
}
