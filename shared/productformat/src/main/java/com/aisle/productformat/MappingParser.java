package com.aisle.productformat;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Reads mapping files. */
final class MappingParser {

  private static final Set<String> TARGETS =
      Set.of(
          "id",
          "sku",
          "group",
          "title",
          "description",
          "brand",
          "category",
          "price",
          "stock",
          "attributes",
          "image",
          "updatedAt",
          "deleted");

  private static final Set<String> OPTIONS =
      Set.of("from", "as", "constant", "default", "currency", "separator");

  private MappingParser() {}

  static List<FieldMapping.Rule> parse(String text) {
    JsonNode file = json(text);
    if (file.path("format").intValue(0) != 1 || !file.path("fields").isObject()) {
      throw new InvalidMappingException(
          "a mapping begins with {\"format\": 1, \"fields\": {…}}", null);
    }
    List<FieldMapping.Rule> rules = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : file.path("fields").properties()) {
      try {
        rules.add(rule(field.getKey(), field.getValue()));
      } catch (IllegalArgumentException e) {
        throw new InvalidMappingException(
            "mapping of \"%s\": %s".formatted(field.getKey(), e.getMessage()), e);
      }
    }
    return rules;
  }

  private static JsonNode json(String text) {
    try {
      return ProductJson.parse(text);
    } catch (InvalidProductException e) {
      throw new InvalidMappingException("the mapping is " + e.getMessage(), e);
    }
  }

  private static FieldMapping.Rule rule(String target, JsonNode rule) {
    for (String option : rule.propertyNames()) {
      require(OPTIONS.contains(option), "no such option: " + option);
    }
    JsonNode constant = rule.get("constant");
    if (constant != null) {
      require(rule.size() == 1, "a constant stands alone");
      return new FieldMapping.Rule(target(target), null, (value, importTime) -> constant, null);
    }
    String from = text(rule, "from");
    boolean importTime = "importTime".equals(text(rule, "as"));
    require(importTime != (from != null), "give \"from\", \"constant\" or \"as\": \"importTime\"");
    return new FieldMapping.Rule(
        target(target),
        from == null ? null : JsonPointer.compile(from),
        conversion(rule),
        rule.get("default"));
  }

  private static JsonPointer target(String text) {
    JsonPointer pointer = JsonPointer.compile(text);
    require(TARGETS.contains(String.valueOf(pointer.getMatchingProperty())), "no such field");
    require(pointer.tail().matches() || pointer.tail().tail().matches(), "too deep");
    return pointer;
  }

  private static Conversion conversion(JsonNode rule) {
    String name = text(rule, "as");
    return switch (name == null ? "value" : name) {
      case "value" -> Conversion::value;
      case "text" -> Conversion::text;
      case "number" -> Conversion::number;
      case "time" -> Conversion::time;
      case "epochSeconds" -> Conversion::epochSeconds;
      case "epochMillis" -> Conversion::epochMillis;
      case "importTime" -> Conversion::importTime;
      case "path" -> Conversion.path(required(rule, "separator"));
      case "price" -> Conversion.price(currency(rule));
      case "priceInMinorUnits" -> Conversion.priceInMinorUnits(currency(rule));
      case "attributes" -> new AttributeConversion();
      default ->
          throw new IllegalArgumentException(
              "\"as\" is one of value, text, number, time, epochSeconds, epochMillis, importTime,"
                  + " path, price, priceInMinorUnits, attributes");
    };
  }

  private static Currency currency(JsonNode rule) {
    String code = required(rule, "currency");
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(code + " is no currency of ISO 4217", e);
    }
  }

  private static String required(JsonNode rule, String option) {
    String value = text(rule, option);
    require(value != null && !value.isEmpty(), "\"" + option + "\" is missing");
    return String.valueOf(value);
  }

  private static @Nullable String text(JsonNode rule, String option) {
    JsonNode value = rule.path(option);
    require(value.isMissingNode() || value.isString(), "\"" + option + "\" must be a text");
    return value.isString() ? value.stringValue() : null;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
