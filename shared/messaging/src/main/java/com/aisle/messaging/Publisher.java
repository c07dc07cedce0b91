package com.aisle.messaging;

import java.util.List;

/** A way out for messages: a queue or a bus. */
public interface Publisher {

  /**
   * Hands over all messages, in order within a group, and returns only when every one is held. The
   * messages may be delivered more than once.
   *
   * @throws PublishException when some could not be handed over; others may have been, of each
   *     group the first ones
   */
  void publish(List<Message> messages);
}
