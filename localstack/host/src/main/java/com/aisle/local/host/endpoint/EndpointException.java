package com.aisle.local.host.endpoint;

import java.io.IOException;
import java.io.Serial;

/** The AWS endpoint refused a call or could not be reached. */
public final class EndpointException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final int status;

  EndpointException(int status, String message) {
    super(message);
    this.status = status;
  }

  EndpointException(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
  }

  /** Whether the endpoint says that there is no such thing. */
  public boolean isNotFound() {
    return status == 404;
  }
}
