package com.aisle.rollups;

import com.aisle.warehouse.Warehouse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The function inside the caller's process, on a warehouse that is given: for measurements. */
public final class RollupsInProcess {
  // Large years are rolled up in one run.
  private static final RollupsConfig CONFIG =
      new RollupsConfig(Duration.ofHours(12), Duration.ofMinutes(30));

  private RollupsInProcess() {}

  /** Takes the events that the deployed function takes, and answers as it does. */
  public static Function<String, Map<String, Object>> create(Warehouse warehouse) {
    return new RollupsHandler(
        new RollupsService(
            warehouse,
            CONFIG,
            Clock.systemUTC(),
            () -> UUID.randomUUID().toString().replace("-", "")));
  }
}
