package com.aisle.imports;

/**
 * The way out for what lines hold, several in a message.
 *
 * @param <T> what a line holds
 */
interface Chunks<T> {

  void add(T document);

  /** Returns when all that was added is handed over. */
  void send();
}
