package com.aisle.rollups;

import com.aisle.warehouse.Lease;
import com.aisle.warehouse.Limits;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * New facts of some days of one month, on their way into a roll-up. Each step renews the lease
 * first, and so fails when somebody else replaces days by now.
 */
final class Replacement implements AutoCloseable {

  private static final DateTimeFormatter PARTITION = DateTimeFormatter.ofPattern("yyyyMM");

  private final Warehouse warehouse;
  private final Lease lease;
  private final Rollup rollup;
  private final YearMonth month;
  private final String staging;
  private final String columns;
  private final List<LocalDate> days = new ArrayList<>();

  Replacement(
      Warehouse warehouse,
      Lease lease,
      Rollup rollup,
      YearMonth month,
      String staging,
      String columns) {
    this.warehouse = warehouse;
    this.lease = lease;
    this.rollup = rollup;
    this.month = month;
    this.staging = staging;
    this.columns = columns;
    execute("CREATE TABLE %s AS %s".formatted(staging, rollup.table()));
  }

  /** Counts a day of the month, by what the roll-up's view says with these other parameters. */
  void add(LocalDate day, Map<String, Object> parameters) {
    lease.renew();
    StringBuilder others = new StringBuilder();
    parameters
        .keySet()
        .forEach(name -> others.append(", %1$s = {%1$s:Array(Date)}".formatted(name)));
    String sql =
        "INSERT INTO %s (%s) SELECT %2$s FROM %s(days = {days:Array(Date)}%s)"
            .formatted(staging, columns, rollup.view(), others);
    warehouse.execute(new Statement(sql, parameters).with("days", List.of(day)));
    days.add(day);
  }

  /**
   * Puts the days in place of the old ones. The rest of the month is taken along only now, so that
   * it is not older than the lease's renewal.
   */
  void swap() {
    lease.renew();
    warehouse.execute(
        Statement.of(
                "INSERT INTO %s (%s) SELECT %2$s FROM %s WHERE toYYYYMM(day) = %s AND day NOT IN {days:Array(Date)}"
                    .formatted(staging, columns, rollup.table(), PARTITION.format(month)))
            .with("days", days));
    // Else every day would be a part of its own, until the server comes to merge them.
    execute("OPTIMIZE TABLE %s FINAL".formatted(staging));
    execute(
        isEmpty()
            ? "ALTER TABLE %s DROP PARTITION %s".formatted(rollup.table(), PARTITION.format(month))
            : "ALTER TABLE %s REPLACE PARTITION %s FROM %s"
                .formatted(rollup.table(), PARTITION.format(month), staging));
  }

  private boolean isEmpty() {
    Statement count = Statement.of("SELECT count() FROM " + staging);
    return warehouse.query(count, Limits.standard()).single(Long.class) == 0;
  }

  @Override
  public void close() {
    execute("DROP TABLE IF EXISTS %s SYNC".formatted(staging));
  }

  private void execute(String sql) {
    warehouse.execute(Statement.of(sql));
  }
}
