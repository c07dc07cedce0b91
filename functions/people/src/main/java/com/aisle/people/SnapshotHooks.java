package com.aisle.people;

import org.crac.Context;
import org.crac.Resource;

/**
 * Closes connections before SnapStart takes its snapshot; the next use opens them again. Keep a
 * reference to it: the runtime does not.
 */
final class SnapshotHooks implements Resource {

  private final Runnable disconnect;

  SnapshotHooks(Runnable disconnect) {
    this.disconnect = disconnect;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    disconnect.run();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
