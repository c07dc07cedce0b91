package com.aisle.reports;

import com.aisle.warehouse.Limits;
import com.aisle.warehouse.QueryResult;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks the warehouse within limits, and remembers what that took. For one answer, one thread. */
final class Asker {

  private final Warehouse warehouse;
  private final Limits limits;
  private final List<Statement> asked = new ArrayList<>();
  private long rowsRead;
  private long bytesRead;

  Asker(Warehouse warehouse, Limits limits) {
    this.warehouse = warehouse;
    this.limits = limits;
  }

  QueryResult ask(Statement statement) {
    asked.add(statement);
    QueryResult result = warehouse.query(statement, limits);
    rowsRead += result.rowsRead();
    bytesRead += result.bytesRead();
    return result;
  }

  /** How the answer was made, for whoever wants to check a number. */
  Map<String, Object> explanation() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    asked.forEach(
        statement ->
            statement.parameters().forEach((name, value) -> parameters.put(name, shown(value))));
    return Map.of(
        "sql", asked.stream().map(Statement::sql).toList(),
        "parameters", parameters,
        "rowsRead", rowsRead,
        "bytesRead", bytesRead);
  }

  private static Object shown(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : value.toString();
  }
}
