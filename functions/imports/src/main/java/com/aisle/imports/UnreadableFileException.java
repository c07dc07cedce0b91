package com.aisle.imports;

import org.jspecify.annotations.Nullable;

/** A file cannot be imported, now or later; the message is the reason in its report. */
final class UnreadableFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableFileException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
