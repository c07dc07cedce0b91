package com.aisle.messaging.testing;

import com.aisle.messaging.Message;
import com.aisle.messaging.PublishException;
import com.aisle.messaging.Publisher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A publisher that keeps what it is given, for tests; like a queue it drops a deduplication id that
 * it has seen. It can be told to fail. Safe for use by several threads.
 */
public final class RecordingPublisher implements Publisher {

  private final List<Message> messages = new ArrayList<>();
  private final Set<String> seenIds = new HashSet<>();
  private int callsUntilFailure;
  private int failuresLeft;

  /** Lets {@code calls} calls pass and the {@code failures} calls after them throw. */
  public synchronized void failAfter(int calls, int failures) {
    callsUntilFailure = calls;
    failuresLeft = failures;
  }

  /** What was handed over, in order. */
  public synchronized List<Message> messages() {
    return List.copyOf(messages);
  }

  /** The bodies of what was handed over, in order. */
  public synchronized List<String> bodies() {
    return messages.stream().map(Message::body).toList();
  }

  /** Forgets what was handed over, but not the deduplication ids. */
  public synchronized void clear() {
    messages.clear();
  }

  @Override
  public synchronized void publish(List<Message> batch) {
    if (callsUntilFailure == 0 && failuresLeft > 0) {
      failuresLeft--;
      throw new PublishException("told to fail", null);
    }
    callsUntilFailure = Math.max(0, callsUntilFailure - 1);
    batch.stream().filter(this::isNew).forEach(messages::add);
  }

  private boolean isNew(Message message) {
    return message.deduplicationId() == null || seenIds.add(message.deduplicationId());
  }
}
