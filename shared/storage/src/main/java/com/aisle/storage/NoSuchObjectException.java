package com.aisle.storage;

/** There is no object of this key. */
public final class NoSuchObjectException extends StorageException {

  private static final long serialVersionUID = 1L;

  public NoSuchObjectException(String key) {
    super("no object " + key, null);
  }
}
