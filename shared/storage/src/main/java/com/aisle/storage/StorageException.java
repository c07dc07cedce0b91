package com.aisle.storage;

import org.jspecify.annotations.Nullable;

/** The object store could not be reached or refused. */
public class StorageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StorageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
