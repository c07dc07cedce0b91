package com.aisle.benchmarks.analytics;

import com.aisle.benchmarks.setup.BenchmarkException;
import com.aisle.rollups.RollupsInProcess;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Has the roll-ups function roll up every day of a year but its last, which stays open as today is
 * in a running shop.
 */
final class DayRollUps {
  private static final int DAYS_OF_A_CALL = 32;
  // Long enough ago that a day is closed once it is rolled up.
  private static final String TOUCHED =
      "INSERT INTO touched_days SELECT {first:Date} + number, now64(3) - 3600 FROM numbers({days:UInt32})";

  private final Warehouse warehouse;
  private final Consumer<String> progress;

  DayRollUps(Warehouse warehouse, Consumer<String> progress) {
    this.warehouse = warehouse;
    this.progress = progress;
  }

  void run() {
    warehouse.execute(
        new Statement(TOUCHED, Map.of("first", ShopYear.FIRST_DAY, "days", ShopYear.DAYS)));
    Function<String, Map<String, Object>> function = RollupsInProcess.create(warehouse);
    List<LocalDate> closed = ShopYear.FIRST_DAY.datesUntil(ShopYear.LAST_DAY).toList();
    for (int first = 0; first < closed.size(); first += DAYS_OF_A_CALL) {
      List<LocalDate> some = closed.subList(first, Math.min(first + DAYS_OF_A_CALL, closed.size()));
      String days =
          some.stream().map("\"%s\""::formatted).collect(Collectors.joining(",", "[", "]"));
      Map<String, Object> outcome =
          function.apply("{\"action\":\"rollup\",\"days\":%s}".formatted(days));
      if (!Integer.valueOf(0).equals(outcome.get("waiting"))) {
        throw new BenchmarkException("days were not rolled up: " + outcome);
      }
      progress.accept("rolled up to " + some.getLast());
    }
  }
}
