package com.aisle.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One row for a table of the warehouse, column by column, in the form in which ClickHouse reads
 * {@code JSONEachRow}. What equals the column's default (empty, 0) is left out.
 */
public final class Row {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ObjectNode columns = JsonNodeFactory.instance.objectNode();

  public Row text(String column, String value) {
    if (!value.isEmpty()) {
      columns.put(column, value);
    }
    return this;
  }

  public Row texts(String column, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = columns.putArray(column);
      values.forEach(array::add);
    }
    return this;
  }

  /** In UTC, to the millisecond. */
  public Row time(String column, Instant value) {
    columns.put(column, TIME.format(value));
    return this;
  }

  public Row day(String column, LocalDate value) {
    columns.put(column, value.toString());
    return this;
  }

  /** A number of {@link Pseudonyms}; as text, because JSON's numbers end at 53 bits. */
  public Row pseudonym(String column, long value) {
    if (value != Pseudonyms.NOBODY) {
      columns.put(column, Pseudonyms.text(value));
    }
    return this;
  }

  public Row number(String column, long value) {
    if (value != 0) {
      columns.put(column, value);
    }
    return this;
  }

  public Row number(String column, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("%s is no number: %s".formatted(column, value));
    }
    columns.put(column, value);
    return this;
  }

  public Row flag(String column, boolean value) {
    if (value) {
      columns.put(column, true);
    }
    return this;
  }

  /** Money and other decimals, as text so that nothing is lost. */
  public Row decimal(String column, BigDecimal value) {
    if (value.signum() != 0) {
      columns.put(column, value.toPlainString());
    }
    return this;
  }

  /** The row as one JSON object on one line. */
  public String json() {
    return JSON.writeValueAsString(columns);
  }
}
