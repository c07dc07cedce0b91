package com.aisle.local.host.function;

/** Invokes deployed functions. */
public interface Invoker {
  /**
   * Invokes a function and waits for its answer.
   *
   * @param qualifier an alias, a version, or {@code $LATEST}
   * @param payload the event, JSON
   */
  Outcome invoke(String name, String qualifier, String requestId, byte[] payload);
}
