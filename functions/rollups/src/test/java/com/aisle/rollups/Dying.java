package com.aisle.rollups;

import com.aisle.warehouse.Limits;
import com.aisle.warehouse.QueryResult;
import com.aisle.warehouse.Rows;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import com.aisle.warehouse.WarehouseException;
import com.aisle.warehouse.WarehouseException.Kind;

/** A warehouse that executes some statements and then fails for good, but for giving up leases. */
final class Dying implements Warehouse {

  private final Warehouse warehouse;
  private int left;

  Dying(Warehouse warehouse, int statements) {
    this.warehouse = warehouse;
    this.left = statements;
  }

  @Override
  public void insert(String table, Rows rows, String token) {
    if (!table.equals("leases")) {
      live();
    }
    warehouse.insert(table, rows, token);
  }

  @Override
  public QueryResult query(Statement statement, Limits limits) {
    return warehouse.query(statement, limits);
  }

  @Override
  public void execute(Statement statement) {
    live();
    warehouse.execute(statement);
  }

  private void live() {
    if (left == 0) {
      throw new WarehouseException(Kind.UNAVAILABLE, "died", null);
    }
    left--;
  }
}
