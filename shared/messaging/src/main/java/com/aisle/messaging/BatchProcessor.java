package com.aisle.messaging;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Works through batches so that one bad message does not bring back the others.
 *
 * <p>A message fails when the work on it throws. With {@link RejectedMessageException} it goes to
 * the dead letters at once, with its reason: it would fail as often as it came. With anything else
 * it comes again, first after a second, then after ever longer times: the queue's own visibility
 * timeout has to outlast a cold start and would make every passing fault last minutes. Where
 * messages have a group, those of the same group after a failed one are not touched and come again
 * with it: else they would overtake it. (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">AWS on
 * partial batch responses</a>)
 */
public final class BatchProcessor {

  private static final System.Logger LOG = System.getLogger(BatchProcessor.class.getName());
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

  private final FailedMessages failedMessages;
  private final Duration longestDelay;

  /** Messages that fail again and again come after five minutes. */
  public BatchProcessor(FailedMessages failedMessages) {
    this(failedMessages, LONGEST_DELAY);
  }

  /**
   * @param longestDelay after which messages come that fail again and again; shorter where catching
   *     up after a fault must be quick. The queue's count of receives has to allow for it.
   */
  public BatchProcessor(FailedMessages failedMessages, Duration longestDelay) {
    this.failedMessages = failedMessages;
    this.longestDelay = longestDelay;
  }

  /**
   * Does the work on each message, in order.
   *
   * @return the ids of the messages that must come again
   */
  public List<String> process(List<QueuedMessage> batch, Consumer<QueuedMessage> work) {
    Map<QueuedMessage, RuntimeException> failures = new LinkedHashMap<>();
    Set<String> stoppedGroups = new HashSet<>();
    for (QueuedMessage message : batch) {
      if (message.group() != null && stoppedGroups.contains(message.group())) {
        failures.put(message, new IllegalStateException("one before it in its group failed"));
        continue;
      }
      try {
        work.accept(message);
      } catch (RuntimeException failure) {
        failures.put(message, failure);
        if (message.group() != null && !(failure instanceof RejectedMessageException)) {
          stoppedGroups.add(message.group());
        }
      }
    }
    return settle(failures);
  }

  /**
   * Settles the failures of a batch whose messages were worked on together.
   *
   * @return the ids of the messages that must come again
   */
  public List<String> settle(Map<QueuedMessage, ? extends RuntimeException> failures) {
    List<String> again = new ArrayList<>();
    failures.forEach(
        (message, failure) -> {
          if (!(failure instanceof RejectedMessageException) || !kept(message, failure)) {
            delay(message, failure);
            again.add(message.id());
          }
        });
    return again;
  }

  private boolean kept(QueuedMessage message, RuntimeException failure) {
    try {
      failedMessages.keep(message, String.valueOf(failure.getMessage()));
      LOG.log(
          Level.WARNING, "message {0} is a dead letter: {1}", message.id(), failure.getMessage());
      return true;
    } catch (RuntimeException unreachable) {
      LOG.log(Level.WARNING, "message " + message.id() + " could not be kept", unreachable);
      return false;
    }
  }

  private void delay(QueuedMessage message, RuntimeException failure) {
    Duration delay = delayAfter(message.deliveries());
    LOG.log(
        Level.WARNING,
        "message %s failed at delivery %d and comes again after %d s"
            .formatted(message.id(), message.deliveries(), delay.toSeconds()),
        failure);
    try {
      failedMessages.retryAfter(message, delay);
    } catch (RuntimeException unreachable) {
      LOG.log(Level.WARNING, "message {0} comes after the queue's own timeout", message.id());
    }
  }

  /** 1 s, 2 s, 4 s … up to the longest. */
  Duration delayAfter(int deliveries) {
    Duration delay = Duration.ofSeconds(1L << Math.clamp(deliveries - 1, 0, 16));
    return delay.compareTo(longestDelay) < 0 ? delay : longestDelay;
  }
}
