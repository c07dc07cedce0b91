package com.aisle.search;

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

  private final SearchFunction function;
  private final Priming priming;

  SnapshotHooks(SearchFunction function, Priming priming) {
    this.function = function;
    this.priming = priming;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      priming.run();
    } catch (RuntimeException e) {
      // The first searches will be slower; no reason to have no function at all.
      LOGGER.warn("priming failed", e);
    }
    function.suspend();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    function.resume();
    LOGGER.info("restored: {}", function.warmUp());
  }
}
