package com.aisle.productformat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The JSON Schema of the product document, read once. */
final class ProductSchema {

  static final String RESOURCE = "product-1.schema.json";

  private final Schema schema = load();

  /** What the schema finds wrong with a document, in the order in which it looks. */
  List<Violation> violations(JsonNode document) {
    return schema.validate(document).stream().map(ProductSchema::violation).distinct().toList();
  }

  private static Violation violation(Error error) {
    String where = error.getInstanceLocation().toString();
    // The pointer names the object; people look for the member.
    boolean unknown = "additionalProperties".equals(error.getKeyword());
    return unknown
        ? new Violation(where + "/" + error.getProperty(), "is not a field of the product document")
        : new Violation(where, error.getMessage());
  }

  private static Schema load() {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .locale(Locale.ENGLISH)
            .pathType(PathType.JSON_POINTER)
            .build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
    try (InputStream resource = ProductSchema.class.getResourceAsStream(RESOURCE)) {
      return registry.getSchema(Objects.requireNonNull(resource, RESOURCE), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
