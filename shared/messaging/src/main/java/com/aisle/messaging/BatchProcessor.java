package com.aisle.messaging;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Works through a batch so that one bad message does not bring back the others.
 *
 * <p>A message fails when the work on it throws. Where messages have a group, those of the same
 * group after a failed one are not touched and fail with it: else they would overtake it. (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">AWS on
 * partial batch responses</a>)
 */
public final class BatchProcessor {

  private static final System.Logger LOG = System.getLogger(BatchProcessor.class.getName());

  private BatchProcessor() {}

  /**
   * Does the work on each message, in order.
   *
   * @return the ids of the messages that must come again
   */
  public static List<String> process(List<QueuedMessage> batch, Consumer<QueuedMessage> work) {
    List<String> failed = new ArrayList<>();
    Set<String> stoppedGroups = new HashSet<>();
    for (QueuedMessage message : batch) {
      boolean stopped = message.group() != null && stoppedGroups.contains(message.group());
      if (stopped || !succeeds(message, work)) {
        failed.add(message.id());
        if (message.group() != null) {
          stoppedGroups.add(message.group());
        }
      }
    }
    return failed;
  }

  private static boolean succeeds(QueuedMessage message, Consumer<QueuedMessage> work) {
    try {
      work.accept(message);
      return true;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "message " + message.id() + " failed and will come again", e);
      return false;
    }
  }
}
