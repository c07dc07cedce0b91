package com.aisle.benchmarks.analytics;

import com.aisle.local.launcher.ClickHouseEndpoint;
import com.aisle.warehouse.ClickHouseWarehouse;
import com.aisle.warehouse.Limits;
import com.aisle.warehouse.Migrations;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import com.aisle.warehouse.WarehouseConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** A ClickHouse of the benchmark's own with a year in it; what is in its folder is used again. */
final class YearWarehouse implements AutoCloseable {
  static final String DATABASE = "aisle";

  private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(30);

  private final ClickHouseEndpoint server;
  private final ClickHouseWarehouse warehouse;

  private YearWarehouse(ClickHouseEndpoint server) {
    this.server = server;
    this.warehouse = ClickHouseWarehouse.connect(config(server), server::password);
  }

  private static WarehouseConfig config(ClickHouseEndpoint server) {
    return new WarehouseConfig(server.url(), server.user(), "", DATABASE, LONGEST_STATEMENT);
  }

  /** Starts it and makes the year, unless exactly this year is in the folder already. */
  static YearWarehouse open(Path folder, ShopYear year, Consumer<String> progress) {
    try {
      Path marker = Files.createDirectories(folder).resolve("year");
      ClickHouseEndpoint server = ClickHouseEndpoint.start(folder);
      YearWarehouse opened = new YearWarehouse(server);
      if (!Files.exists(marker) || !Files.readString(marker).equals(year.fingerprint())) {
        Files.deleteIfExists(marker);
        opened.make(year, progress);
        Files.writeString(marker, year.fingerprint());
      }
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void make(ShopYear year, Consumer<String> progress) {
    WarehouseConfig outside =
        new WarehouseConfig(server.url(), server.user(), "", "default", LONGEST_STATEMENT);
    try (ClickHouseWarehouse whole = ClickHouseWarehouse.connect(outside, server::password)) {
      whole.execute(Statement.of("DROP DATABASE IF EXISTS %s SYNC".formatted(DATABASE)));
    }
    Migrations.apply(config(server), server::password);
    long start = System.nanoTime();
    new ShopYearGenerator(warehouse, progress).generate(year);
    progress.accept("generated in " + seconds(start));
    start = System.nanoTime();
    new DayRollUps(warehouse, progress).run();
    progress.accept("rolled up in " + seconds(start));
  }

  private static String seconds(long start) {
    return "%d s".formatted(Duration.ofNanos(System.nanoTime() - start).toSeconds());
  }

  Warehouse warehouse() {
    return warehouse;
  }

  ClickHouseEndpoint server() {
    return server;
  }

  /** Version, rows and sizes, in a few lines. */
  String describe() {
    StringBuilder text = new StringBuilder();
    text.append("ClickHouse ").append(ask("SELECT version()")).append('\n');
    String sizes =
        """
        SELECT concat(table, ': ', toString(sum(rows)), ' rows, ', formatReadableSize(sum(bytes_on_disk)))
        FROM system.parts WHERE active AND database = currentDatabase()
        GROUP BY table HAVING sum(rows) > 0 ORDER BY sum(bytes_on_disk) DESC LIMIT 12""";
    warehouse
        .query(Statement.of(sizes), Limits.standard())
        .rows()
        .forEach(row -> text.append("  ").append(row.getFirst()).append('\n'));
    return text.toString().stripTrailing();
  }

  private String ask(String sql) {
    return warehouse.query(Statement.of(sql), Limits.standard()).single(String.class);
  }

  @Override
  public void close() {
    warehouse.close();
    server.close();
  }
}
