package com.aisle.people;

import com.aisle.events.Pseudonyms;
import com.aisle.messaging.SqsDeadLetters;
import com.aisle.secrets.Secrets;
import com.aisle.secrets.SecretsManagerSecrets;
import com.aisle.warehouse.ClickHouseWarehouse;
import com.aisle.warehouse.WarehouseConfig;
import java.time.Clock;
import java.util.Map;

/** Puts the function together as its environment says. */
record PeopleWiring(PeopleFunction function, SnapshotHooks hooks) {

  static PeopleWiring of(Map<String, String> env) {
    PeopleConfig config = PeopleConfig.from(env);
    WarehouseConfig clickHouse = WarehouseConfig.from(env);
    Secrets secrets = SecretsManagerSecrets.create();
    ClickHouseWarehouse warehouse =
        ClickHouseWarehouse.connect(clickHouse, () -> secrets.get(clickHouse.passwordSecret()));
    PeopleFunction function =
        new PeopleFunction(
            warehouse,
            SqsDeadLetters.create(config.deadLettersUrl()),
            () -> new Pseudonyms(secrets.get(config.pseudonymKeySecret())),
            () -> secrets.get(config.staffTokenSecret()),
            Clock.systemUTC());
    return new PeopleWiring(function, new SnapshotHooks(warehouse::close));
  }
}
