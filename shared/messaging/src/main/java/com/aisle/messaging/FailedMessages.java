package com.aisle.messaging;

import java.time.Duration;

/** What can be done with messages of one queue that could not be handled. */
public interface FailedMessages {

  /** Puts a message that can never be handled into the dead letters, with the reason. */
  void keep(QueuedMessage message, String reason);

  /**
   * Lets a message that was not acknowledged come again after this time instead of the queue's own.
   */
  void retryAfter(QueuedMessage message, Duration delay);
}
