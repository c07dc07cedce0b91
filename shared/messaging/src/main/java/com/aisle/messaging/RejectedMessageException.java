package com.aisle.messaging;

/** A message that can never be handled, however often it comes; its message says why. */
public final class RejectedMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RejectedMessageException(String reason, Throwable cause) {
    super(reason, cause);
  }

  public RejectedMessageException(String reason) {
    super(reason);
  }
}
