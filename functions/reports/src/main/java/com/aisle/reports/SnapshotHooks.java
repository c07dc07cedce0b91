package com.aisle.reports;

import org.crac.Context;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What SnapStart calls before it takes the function's snapshot, and in every copy that is restored
 * from it. Keep a reference to it: the runtime does not.
 */
final class SnapshotHooks implements Resource {

  private static final Logger LOGGER = LoggerFactory.getLogger(SnapshotHooks.class);

  private final ReportsFunction function;

  SnapshotHooks(ReportsFunction function) {
    this.function = function;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      function.prime();
    } catch (RuntimeException e) {
      // The first reports will be slower; no reason to have no function at all.
      LOGGER.warn("priming failed: {}", e.getMessage());
    }
    function.suspend();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    function.resume();
  }
}
