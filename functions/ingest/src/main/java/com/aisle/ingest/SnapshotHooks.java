package com.aisle.ingest;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Prepares the process for Lambda's snapshot: the slow first reading is done, and no connection is
 * open, which would be dead when the snapshot is restored.
 *
 * <p>Keep a reference: the runtime holds its hooks weakly.
 */
final class SnapshotHooks implements Resource {

  /** Of the two kinds of messages one each, both without a row. */
  private static final String EVENTS = "{\"schema\":1,\"kind\":\"events\",\"events\":[]}";

  private static final String ORDERS =
      "{\"schema\":1,\"kind\":\"orders\",\"orders\":[{\"type\":\"OrderPaid\",\"order_id\":\"1\","
          + "\"paid_at\":\"2026-01-01T00:00:00Z\",\"amount\":\"1\",\"currency\":\"EUR\"}]}";

  private final MessageReader reader;
  private final Runnable disconnect;

  SnapshotHooks(MessageReader reader, Runnable disconnect) {
    this.reader = reader;
    this.disconnect = disconnect;
  }

  SnapshotHooks register() {
    Core.getGlobalContext().register(this);
    return this;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    reader.read(EVENTS);
    reader.read(ORDERS);
    disconnect.run();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
