package com.aisle.productformat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns a foreign value, which is there and not null, into one of the product document. */
@FunctionalInterface
interface Conversion {

  JsonNodeFactory NODES = JsonNodeFactory.instance;

  /**
   * The converted value; a missing node when there is nothing in it.
   *
   * @throws ConversionException when it cannot be converted
   */
  JsonNode convert(JsonNode value, Instant importTime);

  /** As it is. */
  static JsonNode value(JsonNode value, Instant importTime) {
    return value;
  }

  /** A text without space around it; numbers and flags become text, blank becomes nothing. */
  static JsonNode text(JsonNode value, Instant importTime) {
    String text = scalar(value).strip();
    return text.isEmpty() ? NODES.missingNode() : NODES.stringNode(text);
  }

  /** A number, also from a text like {@code "33.6"}. */
  static JsonNode number(JsonNode value, Instant importTime) {
    BigDecimal number = decimal(value);
    // 3 and 3.0 are both whole numbers of pieces.
    return number.stripTrailingZeros().scale() <= 0
        ? NODES.numberNode(whole(number))
        : NODES.numberNode(number);
  }

  /** The time of the import itself. */
  static JsonNode importTime(JsonNode value, Instant importTime) {
    return NODES.stringNode(importTime.toString());
  }

  /** A time of RFC 3339, or a date that stands for its first moment in UTC. */
  static JsonNode time(JsonNode value, Instant importTime) {
    String text = scalar(value).strip();
    try {
      Instant time =
          text.length() == "2026-11-24".length()
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant();
      return NODES.stringNode(time.toString());
    } catch (DateTimeException e) {
      throw new ConversionException("is neither a time of RFC 3339 nor a date: " + text);
    }
  }

  /** Seconds since 1970. */
  static JsonNode epochSeconds(JsonNode value, Instant importTime) {
    return epochMillis(NODES.numberNode(decimal(value).movePointRight(3)), importTime);
  }

  /** Milliseconds since 1970. */
  static JsonNode epochMillis(JsonNode value, Instant importTime) {
    long millis = decimal(value).longValue();
    return NODES.stringNode(Instant.ofEpochMilli(millis).toString());
  }

  /** A text cut at a separator into the steps of a path; a list stays one. */
  static Conversion path(String separator) {
    Pattern cut = Pattern.compile(separator, Pattern.LITERAL);
    return (value, importTime) -> {
      ArrayNode steps = NODES.arrayNode();
      if (value.isArray()) {
        value.forEach(step -> steps.add(scalar(step).strip()));
      } else {
        Arrays.stream(cut.split(scalar(value)))
            .map(String::strip)
            .filter(step -> !step.isEmpty())
            .forEach(steps::add);
      }
      return steps.isEmpty() ? NODES.missingNode() : steps;
    };
  }

  /** An amount in major units, as a number or as a text. */
  static Conversion price(Currency currency) {
    return (value, importTime) -> price(decimal(value), currency);
  }

  /** An amount in the currency's smallest unit: cents. */
  static Conversion priceInMinorUnits(Currency currency) {
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    return (value, importTime) ->
        price(new BigDecimal(whole(decimal(value))).movePointLeft(decimals), currency);
  }

  private static JsonNode price(BigDecimal amount, Currency currency) {
    return NODES
        .objectNode()
        .put("amount", amount.toPlainString())
        .put("currency", currency.getCurrencyCode());
  }

  private static String scalar(JsonNode value) {
    if (!value.isValueNode()) {
      throw new ConversionException("must be a text, a number or a flag");
    }
    return value.asString();
  }

  private static BigDecimal decimal(JsonNode value) {
    String text = scalar(value).strip();
    try {
      BigDecimal number = new BigDecimal(text);
      // A number with a huge exponent would fill the memory when written out.
      if (number.precision() <= 40 && Math.abs(number.scale()) <= 40) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new ConversionException("is no usable number: " + text);
  }

  private static BigInteger whole(BigDecimal number) {
    try {
      return number.toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw new ConversionException("is no whole number: " + number);
    }
  }
}
