package com.aisle.local.launcher.people;

import com.aisle.local.launcher.WarehouseQueries;
import com.aisle.local.launcher.deploy.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Looks for pseudonyms in every column of every table that can hold one, whatever the tables are:
 * it asks the warehouse what it has instead of knowing.
 */
public final class WarehouseTraces {
  /** The trail of the erasure itself stays. */
  private static final String AUDIT = "erasures";

  private static final String COLUMNS =
      """
      SELECT c.table, c.name, c.type FROM system.columns AS c
      INNER JOIN system.tables AS t ON t.database = c.database AND t.name = c.table
      WHERE c.database = currentDatabase() AND t.engine LIKE '%%MergeTree' AND c.table != '%s'
        AND (c.type = 'UInt64' OR c.type LIKE '%%String%%') AND c.type NOT LIKE '%%AggregateFunction%%'
      ORDER BY c.table, c.position FORMAT TSV
      """
          .formatted(AUDIT);

  private final WarehouseQueries warehouse;

  public WarehouseTraces(Schema.Target warehouse) {
    this.warehouse = new WarehouseQueries(warehouse);
  }

  /**
   * How many values tell of them, by table; 0 for a table that was looked through in vain.
   *
   * @param pseudonyms decimal numbers
   */
  public Map<String, Long> of(Collection<String> pseudonyms) {
    Map<String, List<String>> conditions = new LinkedHashMap<>();
    for (String line : warehouse.ask(COLUMNS).lines().toList()) {
      String[] column = line.split("\t", -1);
      conditions
          .computeIfAbsent(column[0], table -> new ArrayList<>())
          .add(condition(column[1], column[2], pseudonyms));
    }
    Map<String, Long> traces = new LinkedHashMap<>();
    conditions.forEach((table, ofColumns) -> traces.put(table, count(table, ofColumns)));
    return traces;
  }

  private long count(String table, List<String> conditions) {
    String sum = String.join(" + ", conditions);
    return Long.parseLong(
        warehouse.ask("SELECT %s FROM `%s` FORMAT TSV".formatted(sum, table)).strip());
  }

  private static String condition(String column, String type, Collection<String> pseudonyms) {
    if (type.equals("UInt64")) {
      return "countIf(`%s` IN (%s))".formatted(column, String.join(", ", pseudonyms));
    }
    String quoted =
        pseudonyms.stream().map(number -> "'" + number + "'").collect(Collectors.joining(", "));
    return "countIf(multiSearchAny(toString(`%s`), [%s]))".formatted(column, quoted);
  }
}
