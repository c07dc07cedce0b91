package com.aisle.catalog.filter;

/**
 * A piece of a filter's text.
 *
 * @param text without quotes
 * @param position of its first character in the filter
 */
record Token(Type type, String text, int position) {

  enum Type {
    WORD,
    STRING,
    NUMBER,
    SYMBOL,
    END
  }

  boolean isWord(String keyword) {
    return type == Type.WORD && text.equalsIgnoreCase(keyword);
  }

  boolean isSymbol(String symbol) {
    return type == Type.SYMBOL && text.equals(symbol);
  }

  /** As an error message shows it. */
  String shown() {
    return type == Type.END ? "the end" : "'" + text + "'";
  }
}
