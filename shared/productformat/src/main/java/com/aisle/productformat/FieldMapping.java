package com.aisle.productformat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How foreign documents become product documents: for each field of the product where its value
 * comes from and how it is converted. The format of a mapping file is described in docs/imports.md:
 *
 * <pre>{@code
 * {"format": 1, "fields": {
 *   "/id":       {"from": "/articleNumber", "as": "text"},
 *   "/title/en": {"from": "/name"},
 *   "/price":    {"from": "/priceCents", "as": "priceInMinorUnits", "currency": "EUR"},
 *   "/stock":    {"constant": 10}}}
 * }</pre>
 */
public final class FieldMapping {

  /**
   * One field of the product.
   *
   * @param target the field: {@code /brand}, or {@code /title/en} for a member of one
   * @param source where the value is in the foreign document; null where it needs none
   * @param fallback the value when the foreign document has none; may be null
   */
  record Rule(
      JsonPointer target,
      @Nullable JsonPointer source,
      Conversion conversion,
      @Nullable JsonNode fallback) {}

  private final List<Rule> rules;

  FieldMapping(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Reads a mapping file.
   *
   * @throws InvalidMappingException when it is none
   */
  public static FieldMapping parse(String text) {
    return new FieldMapping(MappingParser.parse(text));
  }

  /**
   * The product document that this foreign one becomes; not yet validated.
   *
   * @param importTime the moment that stands for "now" in this import
   * @throws InvalidProductException when a value cannot be converted
   */
  JsonNode apply(JsonNode foreign, Instant importTime) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    List<Violation> violations = new ArrayList<>();
    for (Rule rule : rules) {
      try {
        JsonNode value = value(rule, foreign, importTime);
        if (!value.isMissingNode()) {
          parent(document, rule.target()).set(rule.target().last().getMatchingProperty(), value);
        }
      } catch (ConversionException e) {
        violations.add(new Violation(String.valueOf(rule.source()), e.what()));
      }
    }
    if (!violations.isEmpty()) {
      throw new InvalidProductException(violations);
    }
    return document;
  }

  private static JsonNode value(Rule rule, JsonNode foreign, Instant importTime) {
    JsonNode source = rule.source() == null ? foreign : foreign.at(rule.source());
    JsonNode value =
        source.isMissingNode() || source.isNull()
            ? JsonNodeFactory.instance.missingNode()
            : rule.conversion().convert(source, importTime);
    return value.isMissingNode() && rule.fallback() != null ? rule.fallback() : value;
  }

  private static ObjectNode parent(ObjectNode document, JsonPointer target) {
    JsonPointer head = target.head();
    return head.matches() ? document : document.withObject(head);
  }
}
