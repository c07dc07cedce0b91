package com.aisle.textindex;

/** No version of the index has been published yet. */
public final class NoIndexException extends IndexException {

  private static final long serialVersionUID = 1L;

  NoIndexException(String pointer) {
    super("no index has been published: there is no object " + pointer, null);
  }
}
