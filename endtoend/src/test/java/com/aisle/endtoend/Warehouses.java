package com.aisle.endtoend;

import com.aisle.local.launcher.WarehouseQueries;

/** Looks into the local cloud's ClickHouse directly, past every report. */
final class Warehouses {

  private Warehouses() {}

  /** The only number of a query's answer. */
  static long count(Cloud cloud, String sql) {
    return Long.parseLong(queries(cloud).ask(sql).strip());
  }

  static void insert(Cloud cloud, String sql) {
    queries(cloud).ask(sql);
  }

  private static WarehouseQueries queries(Cloud cloud) {
    return new WarehouseQueries(cloud.parts.addresses().warehouse());
  }
}
