package com.aisle.reports;

/**
 * A column of a report.
 *
 * @param name in lower case, words parted by {@code _}; also what {@code sort} names
 */
record Column(String name, ColumnType type) {

  static Column text(String name) {
    return new Column(name, ColumnType.TEXT);
  }

  static Column product(String name) {
    return new Column(name, ColumnType.PRODUCT);
  }

  static Column currency(String name) {
    return new Column(name, ColumnType.CURRENCY);
  }

  static Column count(String name) {
    return new Column(name, ColumnType.COUNT);
  }

  static Column money(String name) {
    return new Column(name, ColumnType.MONEY);
  }

  static Column ratio(String name) {
    return new Column(name, ColumnType.RATIO);
  }

  static Column seconds(String name) {
    return new Column(name, ColumnType.SECONDS);
  }

  static Column number(String name) {
    return new Column(name, ColumnType.NUMBER);
  }
}
