package com.aisle.local.host.function;

/** Why a process ended. */
enum EndCause {
  EXITED("Runtime.ExitError"),
  TIMED_OUT("Sandbox.Timedout"),
  OUT_OF_MEMORY("Runtime.OutOfMemory"),
  RETIRED("Runtime.ExitError");

  private final String errorType;

  EndCause(String errorType) {
    this.errorType = errorType;
  }

  /** What Lambda calls it in the answer of the invocation that it cut off. */
  String errorType() {
    return errorType;
  }
}
