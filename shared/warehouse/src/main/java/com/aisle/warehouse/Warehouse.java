package com.aisle.warehouse;

/**
 * A column store that is asked by SQL. Thread-safe. Whoever calls owns the retry: every method
 * throws {@link WarehouseException} at once.
 */
public interface Warehouse {

  /**
   * Inserts rows and returns once they are stored. The same token for the same table again, within
   * the table's last 1,000 inserts, stores nothing: so an insert of which the answer was lost is
   * repeated with the same token and the same rows.
   */
  void insert(String table, Rows rows, String token);

  /** Asks for rows; a query that would go beyond its limits fails instead. */
  QueryResult query(Statement statement, Limits limits);

  /**
   * Runs a statement that answers nothing: DDL, {@code ALTER}, {@code INSERT … SELECT}. Returns
   * once it has taken effect everywhere, mutations included.
   */
  void execute(Statement statement);
}
