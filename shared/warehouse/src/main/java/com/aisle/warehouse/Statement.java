package com.aisle.warehouse;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * SQL and the values of its parameters. A parameter stands in the text as {@code {name:Type}} and
 * is filled in by the server, typed, so that no value can become SQL.
 *
 * @param parameters numbers, text, booleans, {@code LocalDate}, {@code Instant}, {@code
 *     BigDecimal}, or lists of them for an {@code Array}
 */
public record Statement(String sql, Map<String, Object> parameters) {

  public Statement {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** A statement without parameters. */
  public static Statement of(String sql) {
    return new Statement(sql, Map.of());
  }

  /** The same with one parameter more. */
  public Statement with(String name, Object value) {
    Map<String, Object> more = new TreeMap<>(parameters);
    more.put(name, value);
    return new Statement(sql, more);
  }
}
