package com.aisle.benchmarks.analytics;

import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Has the warehouse make a {@link ShopYear} out of numbers, in batches of visits: no event passes
 * through this process.
 */
final class ShopYearGenerator {
  /** Tables that are filled, in the order of {@link #FACTS} and then by single statements. */
  static final List<String> TABLES =
      List.of("events", "searches", "recommendations", "orders", "order_lines", "products");

  private static final List<String> FACTS =
      List.of("events", "searches", "recommendations", "orders", "order_lines");
  // A batch is held in the server's memory.
  private static final long BATCH = 200_000;

  private final Warehouse warehouse;
  private final Consumer<String> progress;

  ShopYearGenerator(Warehouse warehouse, Consumer<String> progress) {
    this.warehouse = warehouse;
    this.progress = progress;
  }

  /** Fills the tables of facts, which must be empty. */
  void generate(ShopYear year) {
    // The year ends on a fixed day: what is kept for a while only would be gone one day.
    TABLES.stream()
        .filter(table -> !table.equals("products"))
        .forEach(table -> run("ALTER TABLE %s REMOVE TTL".formatted(table), Map.of()));
    run(Resource.sql("visits_table"), Map.of());
    for (long first = 0; first < year.visits(); first += BATCH) {
      batch(year, first, Math.min(BATCH, year.visits() - first));
      progress.accept(
          "%d of %d visits".formatted(Math.min(first + BATCH, year.visits()), year.visits()));
    }
    run("DROP TABLE generated_visits", Map.of());
    run(Resource.sql("refunds"), Map.of());
    run(Resource.sql("products"), Map.of("start", ShopYear.FIRST_DAY));
  }

  private void batch(ShopYear year, long first, long count) {
    Map<String, Object> parameters = new TreeMap<>(year.parameters());
    parameters.put("first", first);
    parameters.put("count", count);
    run("TRUNCATE TABLE generated_visits", Map.of());
    run(Resource.sql("visits"), parameters);
    for (String table : FACTS) {
      run(Resource.sql(table), parameters);
    }
  }

  private void run(String sql, Map<String, Object> parameters) {
    warehouse.execute(new Statement(sql, parameters));
  }
}
