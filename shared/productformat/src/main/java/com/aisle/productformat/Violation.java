package com.aisle.productformat;

/**
 * One thing that is wrong with a document.
 *
 * @param where JSON pointer (RFC 6901) to the value; empty for the whole document
 * @param what what is wrong with it
 */
public record Violation(String where, String what) {

  @Override
  public String toString() {
    return where.isEmpty() ? what : where + ": " + what;
  }
}
