package com.aisle.events;

/**
 * One thing that is wrong with a document.
 *
 * @param pointer JSON Pointer (RFC 6901) to the value; empty for the whole document
 */
public record Violation(String pointer, String reason) {

  @Override
  public String toString() {
    return pointer.isEmpty() ? reason : pointer + ": " + reason;
  }
}
