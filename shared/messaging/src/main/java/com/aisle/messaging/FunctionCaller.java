package com.aisle.messaging;

/** Calls another function and waits for its answer. */
public interface FunctionCaller {

  /**
   * A function's answer to an event, both JSON.
   *
   * @param function name or ARN, with alias
   * @throws FailedException when the function failed or cannot be reached
   */
  String call(String function, String event);

  /** There is no answer. */
  final class FailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FailedException(String message) {
      super(message);
    }
  }
}
