package com.aisle.rollups;

import com.aisle.local.launcher.ClickHouseEndpoint;
import com.aisle.warehouse.ClickHouseWarehouse;
import com.aisle.warehouse.Limits;
import com.aisle.warehouse.Migrations;
import com.aisle.warehouse.Rows;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.WarehouseConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A real warehouse with the real schema, and short ways to write facts into it. */
final class TestWarehouse implements AutoCloseable {

  private static final ClickHouseEndpoint SERVER = start();
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final JsonMapper JSON = JsonMapper.shared();

  final ClickHouseWarehouse warehouse;
  private final Map<String, List<String>> waiting = new LinkedHashMap<>();

  TestWarehouse() {
    WarehouseConfig config =
        new WarehouseConfig(
            SERVER.url(),
            SERVER.user(),
            "",
            "rollups_" + NUMBERS.incrementAndGet(),
            Duration.ofSeconds(60));
    Migrations.apply(config, SERVER::password);
    warehouse = ClickHouseWarehouse.connect(config, SERVER::password);
  }

  private static ClickHouseEndpoint start() {
    try {
      return ClickHouseEndpoint.start(Files.createTempDirectory(Path.of("target"), "clickhouse"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void empty() {
    for (String left :
        ask(
            "SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'staging%'")) {
      warehouse.execute(Statement.of("DROP TABLE " + left));
    }
    for (String table :
        ask(
            "SELECT name FROM system.tables WHERE database = currentDatabase()"
                + " AND engine LIKE '%MergeTree' AND name NOT IN ('schema_migrations', 'leases')")) {
      warehouse.execute(Statement.of("TRUNCATE TABLE " + table));
    }
  }

  /**
   * An event: day and id follow from the time unless they are given.
   *
   * @param columns names and values in turn
   */
  void event(String time, String action, Object... columns) {
    Map<String, Object> row = row(time, columns);
    row.put("action", action);
    row.putIfAbsent("event_id", action + time);
    row.putIfAbsent("person", row.getOrDefault("user", row.getOrDefault("client", 0)));
    write("events", row);
  }

  /** A search; without hits unless they are given. */
  void search(String time, String queryId, String query, Object... columns) {
    Map<String, Object> row = row(time, columns);
    row.put("query_id", queryId);
    row.put("query", query);
    row.putIfAbsent("person", row.getOrDefault("client", 0));
    write("searches", row);
  }

  /** A line of an order at 10.00 a piece in EUR. */
  void line(String time, String kind, String order, int line, String product, Object... columns) {
    Map<String, Object> row = row(time, columns);
    row.put("kind", kind);
    row.put("order_id", order);
    row.put("line", line);
    row.put("product", product);
    row.putIfAbsent("event_id", kind + ":" + order);
    row.putIfAbsent("quantity", kind.equals("sale") ? 1 : -1);
    row.putIfAbsent("amount", kind.equals("sale") ? "10.00" : "-10.00");
    row.putIfAbsent("currency", "EUR");
    row.putIfAbsent("placed_at", time);
    row.putIfAbsent("person", row.getOrDefault("user", row.getOrDefault("client", 0)));
    write("order_lines", row);
  }

  private static Map<String, Object> row(String time, Object... columns) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("day", time.substring(0, 10));
    row.put("time", time);
    for (int i = 0; i < columns.length; i += 2) {
      row.put((String) columns[i], columns[i + 1]);
    }
    return row;
  }

  /** Rows wait for {@link #flush}: one insert a table is faster than one a row. */
  void write(String table, Map<String, Object> row) {
    waiting.computeIfAbsent(table, missing -> new ArrayList<>()).add(JSON.writeValueAsString(row));
  }

  void flush() {
    waiting.forEach(
        (table, rows) -> warehouse.insert(table, Rows.of(rows), "t" + NUMBERS.incrementAndGet()));
    waiting.clear();
  }

  /** Notes that rows of a day were written. */
  void touch(String day, Instant at) {
    write("touched_days", Map.of("day", day, "at", Rows.time(at)));
    flush();
  }

  /** The rows of an answer, values joined by a bar. */
  List<String> ask(String sql) {
    flush();
    List<String> lines = new ArrayList<>();
    for (List<@Nullable Object> row :
        warehouse.query(Statement.of(sql), Limits.standard()).rows()) {
      lines.add(String.join("|", row.stream().map(String::valueOf).toList()));
    }
    return lines;
  }

  @Override
  public void close() {
    warehouse.close();
  }
}
