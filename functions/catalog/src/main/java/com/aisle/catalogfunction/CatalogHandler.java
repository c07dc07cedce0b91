package com.aisle.catalogfunction;

import com.aisle.messaging.QueuedMessage;
import com.aisle.messaging.SqsBatches;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the function's two events: a batch of messages from the queue, and {@code
 * {"action":"maintain"}} from the schedule. As a function has one input type for both, that is the
 * event's JSON.
 */
final class CatalogHandler implements Function<String, SQSBatchResponse> {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final CatalogService service;

  CatalogHandler(CatalogService service) {
    this.service = service;
  }

  @Override
  public SQSBatchResponse apply(String event) {
    JsonNode json = JSON.readTree(event);
    if (json.path("Records").isArray()) {
      return SqsBatches.response(service.write(messages(json.path("Records"))));
    }
    if ("maintain".equals(json.path("action").asString(""))) {
      service.maintain();
      return SqsBatches.response(List.of());
    }
    throw new IllegalArgumentException(
        "expected a batch of SQS messages or {\"action\":\"maintain\"}");
  }

  private static List<QueuedMessage> messages(JsonNode records) {
    return records.valueStream().map(CatalogHandler::message).toList();
  }

  private static QueuedMessage message(JsonNode message) {
    JsonNode attributes = message.path("attributes");
    return new QueuedMessage(
        message.path("messageId").asString(),
        message.path("body").asString(),
        attributes.path("MessageGroupId").asString(),
        attributes.path("ApproximateReceiveCount").asInt(),
        message.path("receiptHandle").asString());
  }
}
