package com.aisle.catalogfunction;

import org.crac.Context;
import org.crac.Resource;

/** Keeps an open writer out of snapshots: copies of it would go on from an index of the past. */
final class SnapshotHooks implements Resource {

  private final IndexSession index;

  SnapshotHooks(IndexSession index) {
    this.index = index;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    index.close();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
