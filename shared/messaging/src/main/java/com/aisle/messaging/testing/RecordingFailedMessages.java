package com.aisle.messaging.testing;

import com.aisle.messaging.FailedMessages;
import com.aisle.messaging.QueuedMessage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers what became of failed messages, by their ids; it can be told to be away. */
public final class RecordingFailedMessages implements FailedMessages {

  private final Map<String, String> reasons = new LinkedHashMap<>();
  private final Map<String, Duration> delays = new LinkedHashMap<>();
  private boolean away;

  /** From now on nothing can be kept or delayed. */
  public void goAway() {
    away = true;
  }

  /** Why messages are dead letters. */
  public Map<String, String> reasons() {
    return Map.copyOf(reasons);
  }

  /** After which time messages come again. */
  public Map<String, Duration> delays() {
    return Map.copyOf(delays);
  }

  @Override
  public void keep(QueuedMessage message, String reason) {
    answer();
    reasons.put(message.id(), reason);
  }

  @Override
  public void retryAfter(QueuedMessage message, Duration delay) {
    answer();
    delays.put(message.id(), delay);
  }

  private void answer() {
    if (away) {
      throw new IllegalStateException("away");
    }
  }
}
