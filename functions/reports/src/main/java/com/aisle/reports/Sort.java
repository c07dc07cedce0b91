package com.aisle.reports;

/** The order of an answer's rows: by a column, nulls last. */
record Sort(String column, boolean descending) {

  static Sort descending(String column) {
    return new Sort(column, true);
  }

  static Sort ascending(String column) {
    return new Sort(column, false);
  }
}
