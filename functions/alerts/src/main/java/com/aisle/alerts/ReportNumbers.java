package com.aisle.alerts;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes numbers out of a report's answer. */
final class ReportNumbers {

  private final JsonNode answer;

  /**
   * Reads an answer.
   *
   * @throws ReportUnavailableException when it is an old one: its numbers are not today's
   */
  ReportNumbers(String json) {
    this.answer = JsonMapper.shared().readTree(json);
    String stale = answer.path("staleSince").asString("");
    if (!stale.isEmpty()) {
      throw new ReportUnavailableException("the warehouse has not answered since " + stale);
    }
  }

  /**
   * A measure.
   *
   * @param row values by column of the row meant; empty for the total
   * @throws ReportUnavailableException when the answer has no such number
   */
  BigDecimal measure(String name, Map<String, String> row) {
    JsonNode value = row.isEmpty() ? answer.path("totals").path(name) : cell(name, row);
    if (value.isNumber()) {
      return value.decimalValue();
    }
    try {
      return new BigDecimal(value.asString(""));
    } catch (NumberFormatException e) {
      String where = row.isEmpty() ? "totals" : "row " + row;
      throw new ReportUnavailableException(
          "the report has no number %s in %s".formatted(name, where));
    }
  }

  private JsonNode cell(String name, Map<String, String> wanted) {
    for (JsonNode row : answer.path("rows")) {
      boolean matches =
          wanted.entrySet().stream()
              .allMatch(
                  entry -> row.path(column(entry.getKey())).asString("").equals(entry.getValue()));
      if (matches) {
        return row.path(column(name));
      }
    }
    throw new ReportUnavailableException("the report has no row with " + wanted);
  }

  /** The index of a column; -1, which no row has, if there is none. */
  private int column(String name) {
    int index = 0;
    for (JsonNode column : answer.path("columns")) {
      if (column.path("name").asString("").equals(name)) {
        return index;
      }
      index++;
    }
    return -1;
  }
}
