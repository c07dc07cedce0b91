package com.aisle.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A message as it comes out of a queue.
 *
 * @param id the queue's own name for it, unique within a batch
 * @param group messages of one group come in order; null from a queue that keeps none
 */
public record QueuedMessage(String id, String body, @Nullable String group) {}
