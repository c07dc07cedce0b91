package com.aisle.messaging;

import org.jspecify.annotations.Nullable;

/** Some messages could not be handed over. */
public final class PublishException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PublishException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
