package com.aisle.events;

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

/**
 * The documents that come from outside, each with its JSON Schema (draft 2020-12) beside this
 * class. Thread-safe.
 */
public final class DocumentSchema {

  /** What a shopper did; names as in User Behavior Insights 1.3 where it has one. */
  public static final DocumentSchema EVENT = new DocumentSchema("event-1.schema.json");

  public static final DocumentSchema ORDER_PLACED =
      new DocumentSchema("order-placed-1.schema.json");
  public static final DocumentSchema ORDER_PAID = new DocumentSchema("order-paid-1.schema.json");
  public static final DocumentSchema ORDER_REFUNDED =
      new DocumentSchema("order-refunded-1.schema.json");

  private final Schema schema;

  private DocumentSchema(String resource) {
    this.schema = load(resource);
  }

  /**
   * What is wrong with a document: by its schema, then what a schema cannot say (currencies that do
   * not exist, times that are none). Empty when nothing is.
   */
  public List<Violation> violations(JsonNode document) {
    List<Violation> bySchema =
        schema.validate(document).stream().map(DocumentSchema::violation).distinct().toList();
    return bySchema.isEmpty() ? ValueRules.violations(document) : bySchema;
  }

  private static Violation violation(Error error) {
    String where = error.getInstanceLocation().toString();
    // The pointer names the object; people look for the member.
    return switch (String.valueOf(error.getKeyword())) {
      case "additionalProperties" ->
          new Violation(where + "/" + error.getProperty(), "is not a field of this document");
      case "required" -> new Violation(where + "/" + error.getProperty(), "is missing");
      default -> new Violation(where, error.getMessage());
    };
  }

  private static Schema load(String name) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .locale(Locale.ENGLISH)
            .pathType(PathType.JSON_POINTER)
            .build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
    try (InputStream resource = DocumentSchema.class.getResourceAsStream(name)) {
      return registry.getSchema(Objects.requireNonNull(resource, name), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
