package com.aisle.local.host.function;

import java.io.Serial;

/**
 * A process of a function did not come up; carries Lambda's error object for the invocation that
 * needed it.
 */
final class StartException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final byte[] payload;

  StartException(byte[] payload) {
    super("the function did not start");
    this.payload = payload;
  }

  byte[] payload() {
    return payload;
  }
}
