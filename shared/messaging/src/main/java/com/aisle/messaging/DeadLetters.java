package com.aisle.messaging;

import java.util.Optional;
import java.util.function.Function;

/** The dead letters of one queue, to be looked through. */
public interface DeadLetters {

  /**
   * Shows the body of every dead letter that is there once. What is answered stays in its place:
   * the same text leaves it as it is, another replaces it, nothing removes it. Others that look at
   * the queue meanwhile may see it emptier than it is.
   *
   * @return how many were replaced or removed
   * @throws PublishException when it cannot be looked through; some may have been revised
   */
  int revise(Function<String, Optional<String>> revision);
}
