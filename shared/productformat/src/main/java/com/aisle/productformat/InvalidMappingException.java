package com.aisle.productformat;

import org.jspecify.annotations.Nullable;

/** A mapping file cannot be understood; the message tells where and why. */
public final class InvalidMappingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidMappingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
