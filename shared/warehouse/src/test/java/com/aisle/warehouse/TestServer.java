package com.aisle.warehouse;

import com.aisle.local.launcher.ClickHouseEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One ClickHouse for all tests of this module; each test class has a database of its own. */
final class TestServer {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final ClickHouseEndpoint SHARED = start();

  private TestServer() {}

  private static ClickHouseEndpoint start() {
    try {
      return ClickHouseEndpoint.start(Files.createTempDirectory(Path.of("target"), "clickhouse"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of a database that nobody uses yet; it is not made. */
  static String freeDatabase() {
    return "test_" + DATABASES.incrementAndGet();
  }

  /** The server seen from a database, which need not be there. */
  static ClickHouseWarehouse warehouse(String database) {
    return warehouse(SHARED.url(), SHARED.password(), database);
  }

  static ClickHouseWarehouse warehouse(URI url, String password, String database) {
    return ClickHouseWarehouse.connect(config(url, database), () -> password);
  }

  static WarehouseConfig config(URI url, String database) {
    return new WarehouseConfig(url, SHARED.user(), "", database, Duration.ofSeconds(30));
  }

  static URI url() {
    return SHARED.url();
  }

  static String password() {
    return SHARED.password();
  }
}
