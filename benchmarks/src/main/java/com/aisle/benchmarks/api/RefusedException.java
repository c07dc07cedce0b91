package com.aisle.benchmarks.api;

import java.io.IOException;

/** An answer that is an error. */
public final class RefusedException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int EXCERPT = 200;

  private final int status;

  RefusedException(int status, String body) {
    super("%d: %s".formatted(status, body.substring(0, Math.min(EXCERPT, body.length()))));
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
