package com.aisle.messaging;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Between Lambda's SQS events and the words of this module; for handlers. */
public final class SqsBatches {

  private SqsBatches() {}

  /** The messages of an event, in their order. */
  public static List<QueuedMessage> messages(SQSEvent event) {
    return event.getRecords().stream().map(SqsBatches::message).toList();
  }

  /** The answer that lets exactly these messages come again. */
  public static SQSBatchResponse response(List<String> failedIds) {
    return new SQSBatchResponse(failedIds.stream().map(BatchItemFailure::new).toList());
  }

  private static QueuedMessage message(SQSMessage message) {
    Map<String, String> attributes =
        Objects.requireNonNullElse(message.getAttributes(), Map.<String, String>of());
    return new QueuedMessage(
        message.getMessageId(),
        message.getBody(),
        attributes.get("MessageGroupId"),
        Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1")),
        Objects.requireNonNullElse(message.getReceiptHandle(), ""));
  }
}
