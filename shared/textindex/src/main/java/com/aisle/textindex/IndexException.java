package com.aisle.textindex;

import org.jspecify.annotations.Nullable;

/** The index or a part of it cannot be read or written. */
public class IndexException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IndexException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
