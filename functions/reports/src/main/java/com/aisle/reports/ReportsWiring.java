package com.aisle.reports;

import com.aisle.secrets.Secrets;
import com.aisle.secrets.SecretsManagerSecrets;
import com.aisle.storage.S3ObjectStore;
import com.aisle.storage.StorageConfig;
import com.aisle.warehouse.ClickHouseWarehouse;
import com.aisle.warehouse.WarehouseConfig;
import java.time.Clock;
import java.util.Map;

/** Puts the function together as its environment says. */
final class ReportsWiring {

  private ReportsWiring() {}

  static ReportsFunction function(Map<String, String> env) {
    ReportsConfig config = ReportsConfig.from(env);
    WarehouseConfig clickHouse = WarehouseConfig.from(env);
    Secrets secrets = SecretsManagerSecrets.create();
    ClickHouseWarehouse warehouse =
        ClickHouseWarehouse.connect(clickHouse, () -> secrets.get(clickHouse.passwordSecret()));
    Ports ports =
        new Ports(
            warehouse,
            warehouse::close,
            S3ObjectStore.create(StorageConfig.from(env)),
            () -> secrets.get(config.staffTokenSecret()),
            Clock.systemUTC(),
            System::nanoTime);
    return new ReportsFunction(ports, config);
  }
}
