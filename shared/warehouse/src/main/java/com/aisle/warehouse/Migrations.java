package com.aisle.warehouse;

import com.aisle.warehouse.WarehouseException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Brings a database to the schema of this build: runs every numbered file that it has not had yet,
 * and notes the file's checksum in {@code schema_migrations}. May be run again and from several
 * places at once. A file that changed after it ran is an error: a change is a new file.
 */
public final class Migrations {

  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Limits LIMITS = Limits.standard();

  private static final String TABLE =
      """
      CREATE TABLE IF NOT EXISTS schema_migrations
      (version UInt32, name String, checksum String, applied_at DateTime64(3, 'UTC'))
      ENGINE = ReplacingMergeTree ORDER BY version
      """;

  private final Warehouse warehouse;
  private final List<Migration> files;
  private final Clock clock;
  private final Duration lease;
  private final Duration patience;

  Migrations(
      Warehouse warehouse, List<Migration> files, Clock clock, Duration lease, Duration patience) {
    this.warehouse = warehouse;
    this.files = files;
    this.clock = clock;
    this.lease = lease;
    this.patience = patience;
  }

  /**
   * Makes the database if it is not there and applies what it lacks.
   *
   * @return the names of the files that were applied now
   * @throws WarehouseException when it cannot, of kind INVALID if an applied file was changed
   */
  public static List<String> apply(WarehouseConfig config, Supplier<String> password) {
    makeDatabase(config, password);
    try (ClickHouseWarehouse warehouse = ClickHouseWarehouse.connect(config, password)) {
      return new Migrations(warehouse, MigrationFiles.all(), Clock.systemUTC(), LEASE, PATIENCE)
          .apply();
    }
  }

  /** A database that is not there cannot be connected to, so this one goes by way of another. */
  private static void makeDatabase(WarehouseConfig config, Supplier<String> password) {
    WarehouseConfig outside =
        new WarehouseConfig(
            config.url(), config.user(), config.passwordSecret(), "default", config.insertTime());
    try (ClickHouseWarehouse server = ClickHouseWarehouse.connect(outside, password)) {
      server.execute(Statement.of("CREATE DATABASE IF NOT EXISTS " + config.database()));
    }
  }

  List<String> apply() {
    warehouse.execute(Statement.of(TABLE));
    if (missing().isEmpty()) {
      return List.of();
    }
    try (Lease held = Lease.acquire(warehouse, "schema", clock, lease, patience)) {
      List<String> applied = new ArrayList<>();
      // Asked again: who held the lease before may have applied them.
      for (Migration file : missing()) {
        apply(file, held);
        applied.add(file.name());
      }
      return applied;
    }
  }

  private List<Migration> missing() {
    Map<Integer, String> applied = applied();
    List<Migration> missing = new ArrayList<>();
    for (Migration file : files) {
      String checksum = applied.get(file.version());
      if (checksum == null) {
        missing.add(file);
      } else if (!checksum.equals(file.checksum())) {
        throw new WarehouseException(Kind.INVALID, edited(file, checksum), null);
      }
    }
    return missing;
  }

  private static String edited(Migration file, String checksum) {
    return "%s was changed after it was applied (SHA-256 %.12s… then, %.12s… now). Put it back and make the change in a new file; or, if nothing in the database is worth keeping, drop the database"
        .formatted(file.name(), checksum, file.checksum());
  }

  private Map<Integer, String> applied() {
    Map<Integer, String> checksums = new HashMap<>();
    Statement statement = Statement.of("SELECT version, checksum FROM schema_migrations FINAL");
    for (List<?> row : warehouse.query(statement, LIMITS).rows()) {
      checksums.put(Math.toIntExact((Long) row.get(0)), String.valueOf(row.get(1)));
    }
    return checksums;
  }

  private void apply(Migration file, Lease held) {
    int number = 0;
    for (String statement : file.statements()) {
      number++;
      held.renew();
      try {
        warehouse.execute(Statement.of(statement));
      } catch (WarehouseException e) {
        throw new WarehouseException(
            e.kind(), "%s, statement %d: %s".formatted(file.name(), number, e.getMessage()), e);
      }
    }
    Instant now = clock.instant();
    warehouse.insert(
        "schema_migrations",
        Rows.of(
            List.of(
                "{\"version\":%d,\"name\":\"%s\",\"checksum\":\"%s\",\"applied_at\":\"%s\"}"
                    .formatted(file.version(), file.name(), file.checksum(), Rows.time(now)))),
        "%d %s".formatted(file.version(), now));
  }
}
