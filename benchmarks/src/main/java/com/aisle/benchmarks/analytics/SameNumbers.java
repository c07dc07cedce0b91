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
   * @param key columns that tell rows apart; a row without the first is compared with the totals
   * @param rows all their columns are compared, by name
   */
  static Optional<String> difference(
      JsonNode answer, List<String> key, List<Map<String, @Nullable Object>> rows) {
    Map<List<String>, JsonNode> byKey = byKey(answer, key);
    long compared = 0;
    for (Map<String, @Nullable Object> row : rows) {
      boolean totals = row.get(key.getFirst()) == null;
      List<String> value = key.stream().map(name -> String.valueOf(row.get(name))).toList();
      JsonNode same = totals ? answer.path("totals") : byKey.get(value);
      if (same == null) {
        return Optional.of("no row for %s".formatted(value));
      }
      Optional<String> difference = difference(same, row);
      if (difference.isPresent()) {
        return Optional.of("%s: %s".formatted(value, difference.get()));
      }
      compared++;
    }
    return compared == 0 ? Optional.of("there are no rows") : Optional.empty();
  }

  /** Rows as objects; an answer has them as arrays in the order of its columns. */
  private static Map<List<String>, JsonNode> byKey(JsonNode answer, List<String> key) {
    List<String> names = new ArrayList<>();
    answer.path("columns").forEach(column -> names.add(column.path("name").asString()));
    Map<List<String>, JsonNode> rows = new HashMap<>();
    for (JsonNode row : answer.path("rows")) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (int i = 0; i < names.size(); i++) {
        object.set(names.get(i), row.get(i));
      }
      rows.put(key.stream().map(name -> object.path(name).asString()).toList(), object);
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
