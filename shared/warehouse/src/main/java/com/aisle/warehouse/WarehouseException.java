package com.aisle.warehouse;

import org.jspecify.annotations.Nullable;

/** The warehouse did not do what it was asked for. */
public final class WarehouseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What to do about it. */
  public enum Kind {
    /**
     * It is away or overloaded; the same call may work later. Whether it took effect is unknown.
     */
    UNAVAILABLE,
    /** The statement went beyond a limit; ask for less. */
    LIMIT,
    /** Statement, rows or rights are wrong; the same call fails again. */
    INVALID
  }

  private final Kind kind;

  public WarehouseException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
