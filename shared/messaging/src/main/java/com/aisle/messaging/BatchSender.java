package com.aisle.messaging;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Hands messages over in calls that take several, and again those that a call refused. */
final class BatchSender {

  /** One message that a call did not take. */
  record Refusal(Message message, String reason, boolean forGood) {}

  /** One call of the service. */
  interface Call {
    List<Refusal> send(List<Message> batch);
  }

  private static final int ATTEMPTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  private final ToIntFunction<Message> size;
  private final Call call;
  private final Consumer<Duration> pause;

  /**
   * @param size what a message counts in bytes
   * @param pause waits before a further attempt
   */
  BatchSender(ToIntFunction<Message> size, Call call, Consumer<Duration> pause) {
    this.size = size;
    this.call = call;
    this.pause = pause;
  }

  void send(List<Message> messages) {
    CallPacker.pack(messages, size).forEach(this::sendPersistently);
  }

  private void sendPersistently(List<Message> batch) {
    List<Message> open = batch;
    for (int attempt = 1; !open.isEmpty(); attempt++) {
      List<Refusal> refusals = call.send(open);
      boolean hopeless = refusals.stream().anyMatch(Refusal::forGood);
      if (!refusals.isEmpty() && (hopeless || attempt == ATTEMPTS)) {
        throw new PublishException(
            "%d of %d messages were refused after %d attempts, the first because of: %s"
                .formatted(refusals.size(), batch.size(), attempt, refusals.getFirst().reason()),
            null);
      }
      open = refusals.stream().map(Refusal::message).toList();
      if (!open.isEmpty()) {
        pause.accept(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
      }
    }
  }

  /** Waits on the current thread. */
  static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PublishException("interrupted between two attempts", e);
    }
  }
}
