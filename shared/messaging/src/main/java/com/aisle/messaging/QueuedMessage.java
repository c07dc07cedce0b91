package com.aisle.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A message as it comes out of a queue.
 *
 * @param id the queue's own name for it, unique within a batch
 * @param group messages of one group come in order; null from a queue that keeps none
 * @param deliveries how often it has come, this time included
 * @param receipt names this delivery to the queue
 */
public record QueuedMessage(
    String id, String body, @Nullable String group, int deliveries, String receipt) {

  /** A message that comes for the first time. */
  public QueuedMessage(String id, String body, @Nullable String group) {
    this(id, body, group, 1, "");
  }
}
