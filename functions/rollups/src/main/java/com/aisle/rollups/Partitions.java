package com.aisle.rollups;

import com.aisle.warehouse.Limits;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Puts a day's new facts in place of the old ones, in one step for each table: they are built in a
 * table of their own and moved over as a whole, so a reader sees all of the old or all of the new.
 */
final class Partitions {

  private static final Limits LIMITS = Limits.standard();
  private static final String PREFIX = "staging_";

  private final Warehouse warehouse;
  private final Supplier<String> ids;
  private final Map<Rollup, String> columns = new EnumMap<>(Rollup.class);

  /**
   * Partitions of the roll-ups of {@code warehouse}.
   *
   * @param ids random letters and digits, for the names of tables
   */
  Partitions(Warehouse warehouse, Supplier<String> ids) {
    this.warehouse = warehouse;
    this.ids = ids;
  }

  /** Replaces the facts of one day by what the roll-up's view says with these other parameters. */
  void replace(Rollup rollup, LocalDate day, Map<String, Object> parameters) {
    String staging = PREFIX + rollup.view() + "_" + ids.get();
    execute("CREATE TABLE %s AS %s".formatted(staging, rollup.table()));
    try {
      fill(staging, rollup, day, parameters);
      boolean isEmpty = count(staging) == 0;
      execute(
          isEmpty
              ? "ALTER TABLE %s DROP PARTITION '%s'".formatted(rollup.table(), day)
              : "ALTER TABLE %s REPLACE PARTITION '%s' FROM %s"
                  .formatted(rollup.table(), day, staging));
    } finally {
      execute("DROP TABLE IF EXISTS %s SYNC".formatted(staging));
    }
  }

  private void fill(String staging, Rollup rollup, LocalDate day, Map<String, Object> parameters) {
    StringBuilder others = new StringBuilder();
    parameters
        .keySet()
        .forEach(name -> others.append(", %1$s = {%1$s:Array(Date)}".formatted(name)));
    Statement statement =
        new Statement(
                "INSERT INTO %s (%s) SELECT %2$s FROM %s(days = {days:Array(Date)}%s)"
                    .formatted(staging, columns(rollup), rollup.view(), others),
                parameters)
            .with("days", List.of(day));
    warehouse.execute(statement);
  }

  /** By name, since the order of a view's columns need not be the table's. */
  private String columns(Rollup rollup) {
    return columns.computeIfAbsent(
        rollup,
        missing ->
            String.join(
                ", ",
                warehouse
                    .query(
                        Statement.of(
                                "SELECT name FROM system.columns WHERE database = currentDatabase()"
                                    + " AND table = {table:String} ORDER BY position")
                            .with("table", rollup.table()),
                        LIMITS)
                    .values("name", String.class)));
  }

  private long count(String table) {
    return warehouse.query(Statement.of("SELECT count() FROM " + table), LIMITS).single(Long.class);
  }

  /** Drops what runs that died an hour ago or earlier have left. */
  void tidyUp() {
    warehouse
        .query(
            Statement.of(
                    "SELECT name FROM system.tables WHERE database = currentDatabase()"
                        + " AND startsWith(name, {prefix:String})"
                        + " AND metadata_modification_time < now() - INTERVAL 1 HOUR")
                .with("prefix", PREFIX),
            LIMITS)
        .values("name", String.class)
        .forEach(name -> execute("DROP TABLE IF EXISTS %s SYNC".formatted(name)));
  }

  private void execute(String sql) {
    warehouse.execute(Statement.of(sql));
  }
}
