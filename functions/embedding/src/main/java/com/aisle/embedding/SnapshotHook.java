package com.aisle.embedding;

import com.aisle.embeddings.Embedders;
import com.aisle.embeddings.Language;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Prepares the process for Lambda's snapshot: the models are in it, loaded and run once; a
 * connection, which would be dead when the snapshot is restored, is not. The next use opens it.
 *
 * <p>Keep a reference: the runtime holds its hooks weakly.
 */
final class SnapshotHook implements Resource {

  private final Embedders embedders;
  private final Runnable disconnect;

  SnapshotHook(Embedders embedders, Runnable disconnect) {
    this.embedders = embedders;
    this.disconnect = disconnect;
  }

  SnapshotHook register() {
    Core.getGlobalContext().register(this);
    return this;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    for (Language language : Language.values()) {
      embedders.in(language).embedQuery("a mug 馬克杯");
    }
    disconnect.run();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
