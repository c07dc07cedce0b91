package com.aisle.vectors;

import org.jspecify.annotations.Nullable;

/** The vector store could not answer. */
public final class VectorStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What went wrong, in the caller's terms. */
  public enum Kind {
    /** Not reached, overloaded or too late: worth another try. */
    UNAVAILABLE,
    /** The request itself is wrong: another try fails too. */
    REJECTED,
    /** The space does not exist. */
    NO_SUCH_SPACE
  }

  private final Kind kind;

  public VectorStoreException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
