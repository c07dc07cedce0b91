package com.aisle.benchmarks.analytics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compares an answer of Aisle with rows that were counted elsewhere, number by number. */
final class SameNumbers {
  /** Aisle counts different people by a sketch: exact for few, within a percent or so for many. */
  private static final Set<String> APPROXIMATE = Set.of("visitors", "viewers", "customers");

  private static final BigDecimal TOLERANCE = new BigDecimal("0.02");

  private SameNumbers() {}

  /**
   * The first difference; empty when there is none.
   *
   * @param key column that tells rows apart; a row without it is compared with the totals
   * @param rows all their columns are compared, by name
   */
  static Optional<String> difference(
      JsonNode answer, String key, List<Map<String, @Nullable Object>> rows) {
    Map<String, JsonNode> byKey = byKey(answer, key);
    long compared = 0;
    for (Map<String, @Nullable Object> row : rows) {
      Object value = row.get(key);
      JsonNode same = value == null ? answer.path("totals") : byKey.get(value.toString());
      if (same == null) {
        return Optional.of("no row for %s %s".formatted(key, value));
      }
      Optional<String> difference = difference(same, row);
      if (difference.isPresent()) {
        return Optional.of("%s %s: %s".formatted(key, value, difference.get()));
      }
      compared++;
    }
    return compared == 0 ? Optional.of("there are no rows") : Optional.empty();
  }

  /** Rows as objects; an answer has them as arrays in the order of its columns. */
  private static Map<String, JsonNode> byKey(JsonNode answer, String key) {
    List<String> names = new ArrayList<>();
    answer.path("columns").forEach(column -> names.add(column.path("name").asString()));
    Map<String, JsonNode> rows = new HashMap<>();
    for (JsonNode row : answer.path("rows")) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (int i = 0; i < names.size(); i++) {
        object.set(names.get(i), row.get(i));
      }
      // A query may come in two languages: the first is the more frequent one.
      rows.putIfAbsent(object.path(key).asString(), object);
    }
    return rows;
  }

  private static Optional<String> difference(JsonNode here, Map<String, @Nullable Object> there) {
    for (Map.Entry<String, @Nullable Object> entry : there.entrySet()) {
      Object value = entry.getValue();
      JsonNode other = here.path(entry.getKey());
      if (value instanceof Number
          && !other.isMissingNode()
          && !same(entry.getKey(), other, value)) {
        return Optional.of("%s is %s, not %s".formatted(entry.getKey(), other, value));
      }
    }
    return Optional.empty();
  }

  private static boolean same(String name, JsonNode here, Object there) {
    BigDecimal one = new BigDecimal(here.asString());
    BigDecimal other = new BigDecimal(there.toString());
    if (APPROXIMATE.contains(name)) {
      BigDecimal most = other.multiply(TOLERANCE).max(BigDecimal.ONE);
      return one.subtract(other).abs().compareTo(most) <= 0;
    }
    return one.compareTo(other) == 0;
  }
}
