package com.aisle.productformat;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object of any names and values as attributes: names in lower case and single spaces; numbers
 * and flags as they are; texts as lists of one, except {@code "true"}, {@code "false"} and lists
 * that were written into a text; what is null or blank is left out.
 */
final class AttributeConversion implements Conversion {

  @Override
  public JsonNode convert(JsonNode value, Instant importTime) {
    if (!value.isObject()) {
      throw new ConversionException("must be an object");
    }
    ObjectNode attributes = NODES.objectNode();
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      String name = member.getKey().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
      JsonNode attribute = attribute(member.getKey(), member.getValue());
      if (attribute.isMissingNode()) {
        continue;
      }
      if (attributes.has(name)) {
        throw new ConversionException("holds %s twice".formatted(name));
      }
      attributes.set(name, attribute);
    }
    return attributes.isEmpty() ? NODES.missingNode() : attributes;
  }

  private static JsonNode attribute(String name, JsonNode value) {
    if (value.isNumber() || value.isBoolean()) {
      return value;
    }
    if (value.isNull()) {
      return NODES.missingNode();
    }
    return value.isString() ? fromText(value.stringValue().strip()) : list(name, value);
  }

  private static JsonNode fromText(String text) {
    return switch (text) {
      case "" -> NODES.missingNode();
      case "true" -> NODES.booleanNode(true);
      case "false" -> NODES.booleanNode(false);
      default -> listInText(text).orElseGet(() -> NODES.arrayNode().add(text));
    };
  }

  private static Optional<JsonNode> listInText(String text) {
    if (!text.startsWith("[") || !text.endsWith("]")) {
      return Optional.empty();
    }
    try {
      return Optional.of(list(text, ProductJson.parse(text)));
    } catch (InvalidProductException | ConversionException e) {
      // Text in brackets, then.
      return Optional.empty();
    }
  }

  private static JsonNode list(String name, JsonNode array) {
    ArrayNode texts = NODES.arrayNode();
    for (JsonNode element : array) {
      if (!array.isArray() || !element.isValueNode()) {
        throw new ConversionException("%s must be a text, number, flag or list".formatted(name));
      }
      String text = element.isNull() ? "" : element.asString().strip();
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    return texts.isEmpty() ? NODES.missingNode() : texts;
  }
}
