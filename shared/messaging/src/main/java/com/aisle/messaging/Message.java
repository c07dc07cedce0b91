package com.aisle.messaging;

import org.jspecify.annotations.Nullable;

/**
 * One message.
 *
 * @param body text, at most 256 KB as UTF-8
 * @param group messages of one group are delivered in order; null where order does not matter
 * @param deduplicationId of two messages with the same id only one is delivered within five
 *     minutes; null where the way out does not need it
 */
public record Message(String body, @Nullable String group, @Nullable String deduplicationId) {

  /** A message whose order does not matter. */
  public static Message of(String body) {
    return new Message(body, null, null);
  }
}
