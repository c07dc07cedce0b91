package com.aisle.messaging;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One message.
 *
 * @param body text, at most {@link #MAX_BYTES}
 * @param group messages of one group are delivered in order; null where order does not matter
 * @param deduplicationId of two messages with the same id only one is delivered within five
 *     minutes; null where the way out does not need it
 */
public record Message(String body, @Nullable String group, @Nullable String deduplicationId) {

  /** The greatest size of a body as UTF-8 text, in bytes. */
  public static final int MAX_BYTES = 256 * 1024;

  public Message {
    int size = sizeOf(body);
    if (size == 0 || size > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a message holds 1 to %d bytes, this one %d".formatted(MAX_BYTES, size));
    }
  }

  /** A message whose order does not matter. */
  public static Message of(String body) {
    return new Message(body, null, null);
  }

  int size() {
    return sizeOf(body);
  }

  private static int sizeOf(String body) {
    return body.getBytes(StandardCharsets.UTF_8).length;
  }
}
