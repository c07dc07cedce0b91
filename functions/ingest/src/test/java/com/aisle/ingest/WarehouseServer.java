package com.aisle.ingest;

import com.aisle.local.launcher.ClickHouseEndpoint;
import com.aisle.warehouse.ClickHouseWarehouse;
import com.aisle.warehouse.Limits;
import com.aisle.warehouse.Migrations;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.WarehouseConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real ClickHouse with Aisle's schema, that can be killed. */
final class WarehouseServer implements AutoCloseable {

  private final ClickHouseEndpoint endpoint;
  private final ClickHouseWarehouse warehouse;

  WarehouseServer(Path folder) {
    endpoint = ClickHouseEndpoint.start(folder);
    WarehouseConfig config =
        new WarehouseConfig(endpoint.url(), endpoint.user(), "", "aisle", Duration.ofSeconds(30));
    Migrations.apply(config, endpoint::password);
    warehouse = ClickHouseWarehouse.connect(config, endpoint::password);
  }

  ClickHouseWarehouse warehouse() {
    return warehouse;
  }

  /** As kill -9 does, and up again. */
  void killAndRestart() {
    endpoint.kill();
    endpoint.restart();
  }

  List<List<@Nullable Object>> query(String sql) {
    return warehouse
        .query(Statement.of(sql), Limits.standard().withTime(Duration.ofSeconds(60)))
        .rows();
  }

  /** The first value of the first row, as text. */
  String value(String sql) {
    return String.valueOf(query(sql).getFirst().getFirst());
  }

  @Override
  public void close() {
    warehouse.close();
    endpoint.close();
  }
}
