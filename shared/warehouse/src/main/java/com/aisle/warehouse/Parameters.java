package com.aisle.warehouse;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives parameters to ClickHouse's client in the shapes that it writes right: text, numbers, lists.
 */
final class Parameters {

  private Parameters() {}

  static Map<String, Object> of(Statement statement) {
    Map<String, Object> values = new TreeMap<>();
    statement.parameters().forEach((name, value) -> values.put(name, value(value)));
    return values;
  }

  private static Object value(Object value) {
    return switch (value) {
      case Collection<?> list -> list.stream().map(Parameters::value).toList();
      case Instant time -> Rows.time(time);
      case BigDecimal exact -> exact.toPlainString();
      case String text -> text;
      case Number number -> number;
      case Boolean truth -> truth;
      case LocalDate day -> day.toString();
      default ->
          throw new IllegalArgumentException(
              "a parameter cannot be a " + value.getClass().getName());
    };
  }
}
