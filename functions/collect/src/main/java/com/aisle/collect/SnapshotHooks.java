package com.aisle.collect;

import org.crac.Context;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the hot path before SnapStart takes its snapshot, so that classes are loaded and schemas
 * compiled. Nothing that must not be copied is open then: the clients connect anew. Keep a
 * reference to it: the runtime does not.
 */
final class SnapshotHooks implements Resource {

  private static final Logger LOGGER = LoggerFactory.getLogger(SnapshotHooks.class);

  private final Runnable priming;

  SnapshotHooks(Runnable priming) {
    this.priming = priming;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      priming.run();
    } catch (RuntimeException e) {
      // The first events will be slower; no reason to have no function at all.
      LOGGER.warn("priming failed", e);
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
