package com.aisle.rollups;

import com.aisle.warehouse.Lease;
import com.aisle.warehouse.Limits;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The months of the roll-ups, one partition each. New facts of days are built in a table of their
 * own, joined by the rest of their month and moved over as a whole, so a reader sees all of the old
 * or all of the new.
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

  /** Begins to replace days of a month; close it, whether it came to that or not. */
  Replacement replace(Rollup rollup, YearMonth month, Lease lease) {
    String staging = PREFIX + rollup.view() + "_" + ids.get();
    return new Replacement(warehouse, lease, rollup, month, staging, columns(rollup));
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
        .forEach(
            name ->
                warehouse.execute(Statement.of("DROP TABLE IF EXISTS %s SYNC".formatted(name))));
  }
}
