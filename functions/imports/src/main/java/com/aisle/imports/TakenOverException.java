package com.aisle.imports;

/** Another worker goes on with this file. */
final class TakenOverException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TakenOverException(String key, Throwable cause) {
    super("another worker has taken over " + key, cause);
  }
}
