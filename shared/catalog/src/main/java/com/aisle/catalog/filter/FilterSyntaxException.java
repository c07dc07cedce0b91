package com.aisle.catalog.filter;

/**
 * A filter that does not follow the grammar: says where, what was expected and what stood there.
 */
public final class FilterSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int position;
  private final String expected;
  private final String found;

  FilterSyntaxException(int position, String expected, String found) {
    super("at position %d: expected %s, found %s".formatted(position, expected, found));
    this.position = position;
    this.expected = expected;
    this.found = found;
  }

  /** The index of the first character that does not fit, counted from 0. */
  public int position() {
    return position;
  }

  public String expected() {
    return expected;
  }

  public String found() {
    return found;
  }
}
