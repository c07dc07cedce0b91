package com.aisle.rollups;

/**
 * Facts of a day that are kept in the table {@code rollup_NAME} and come from {@code NAME_of_days}.
 */
enum Rollup {
  MINUTES,
  SESSIONS,
  PRODUCTS,
  QUERIES,
  RECOMMENDATIONS,
  SALES,
  /** Looks back on other days, so it is built after all others; see {@link Retention}. */
  RETENTION;

  String table() {
    return "rollup_" + shortName();
  }

  String view() {
    return shortName() + "_of_days";
  }

  private String shortName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
