package com.aisle.benchmarks.analytics;

import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Rolls up every day of a year but its last, which stays open as today is in a running shop. */
final class DayRollUps {
  private static final List<String> ROLL_UPS =
      List.of("minutes", "sessions", "products", "queries", "recommendations", "sales");
  private static final String TOUCHED =
      "INSERT INTO touched_days SELECT {first:Date} + number, now64(3) - 3600 FROM numbers({days:UInt32})";
  private static final String ROLLED_UP =
      "INSERT INTO rolled_up_days SELECT arrayJoin({some:Array(Date)}), now64(3)";
  private static final String PEOPLE =
      "INSERT INTO people SELECT person, min(day) FROM rollup_sessions WHERE day IN {some:Array(Date)} AND person != 0 GROUP BY person";
  private static final String CUSTOMERS =
      "INSERT INTO customers SELECT person, min(day) FROM rollup_sales WHERE day IN {some:Array(Date)} AND person != 0 AND kind = 'sale' GROUP BY person";
  private static final String RETENTION =
      "INSERT INTO rollup_retention SELECT * FROM retention_of_days(days = {some:Array(Date)}, open = {none:Array(Date)})";

  private final Warehouse warehouse;
  private final Consumer<String> progress;

  DayRollUps(Warehouse warehouse, Consumer<String> progress) {
    this.warehouse = warehouse;
    this.progress = progress;
  }

  void run(int daysAtATime) {
    run(TOUCHED, Map.of("first", ShopYear.FIRST_DAY, "days", ShopYear.DAYS));
    List<LocalDate> closed = ShopYear.FIRST_DAY.datesUntil(ShopYear.LAST_DAY).toList();
    for (int first = 0; first < closed.size(); first += daysAtATime) {
      List<LocalDate> some = closed.subList(first, Math.min(first + daysAtATime, closed.size()));
      Stream.concat(
              ROLL_UPS.stream()
                  .map(
                      name ->
                          "INSERT INTO rollup_%s SELECT * FROM %s_of_days(days = {some:Array(Date)})"
                              .formatted(name, name)),
              Stream.of(PEOPLE, CUSTOMERS))
          .forEach(sql -> run(sql, Map.of("some", some)));
      run(RETENTION, Map.of("some", some, "none", List.of()));
      run(ROLLED_UP, Map.of("some", some));
      progress.accept("rolled up to " + some.getLast());
    }
  }

  private void run(String sql, Map<String, Object> parameters) {
    warehouse.execute(new Statement(sql, parameters));
  }
}
