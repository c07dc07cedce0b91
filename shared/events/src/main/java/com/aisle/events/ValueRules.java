package com.aisle.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a JSON Schema cannot say about values that are of the right form. */
final class ValueRules {

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> TIMES =
      Set.of("timestamp", "placed_at", "paid_at", "refunded_at");

  /** What the warehouse's days can hold. */
  private static final Instant FIRST = Instant.parse("1970-01-02T00:00:00Z");

  private static final Instant LAST = Instant.parse("2149-06-01T00:00:00Z");

  private ValueRules() {}

  static List<Violation> violations(JsonNode document) {
    List<Violation> violations = new ArrayList<>();
    check(document, violations);
    checkCurrency(document.path("price"), "/price", violations);
    return violations;
  }

  private static void check(JsonNode document, List<Violation> violations) {
    checkCurrency(document, "", violations);
    for (String name : TIMES) {
      JsonNode value = document.path(name);
      if (value.isString() && !isTime(value.stringValue())) {
        violations.add(
            new Violation("/" + name, "'%s' is no time from 1970 to 2149".formatted(text(value))));
      }
    }
  }

  private static void checkCurrency(JsonNode object, String where, List<Violation> violations) {
    JsonNode currency = object.path("currency");
    if (currency.isString() && !CURRENCIES.contains(currency.stringValue())) {
      violations.add(
          new Violation(
              where + "/currency", "'%s' is no currency of ISO 4217".formatted(text(currency))));
    }
  }

  private static boolean isTime(String text) {
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      return !time.isBefore(FIRST) && time.isBefore(LAST);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String text(JsonNode value) {
    return value.stringValue();
  }
}
