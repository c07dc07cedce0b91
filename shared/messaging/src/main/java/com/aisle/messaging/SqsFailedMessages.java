package com.aisle.messaging;

import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Failed messages of a queue of Amazon SQS; a dead letter carries its reason as an attribute. */
public final class SqsFailedMessages implements FailedMessages {

  /** The attribute that says why a message is among the dead letters. */
  public static final String REASON = "reason";

  private static final int MAX_REASON = 1_000;

  private final SqsClient client;
  private final String queueUrl;
  private final String deadLettersUrl;

  public SqsFailedMessages(SqsClient client, String queueUrl, String deadLettersUrl) {
    this.client = client;
    this.queueUrl = queueUrl;
    this.deadLettersUrl = deadLettersUrl;
  }

  /** With a client of its own, which finds endpoint and credentials by itself. */
  public static SqsFailedMessages create(String queueUrl, String deadLettersUrl) {
    SqsClient client =
        SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    return new SqsFailedMessages(client, queueUrl, deadLettersUrl);
  }

  @Override
  public void keep(QueuedMessage message, String reason) {
    String text = reason.isBlank() ? "no reason given" : reason;
    MessageAttributeValue value =
        MessageAttributeValue.builder()
            .dataType("String")
            .stringValue(text.substring(0, Math.min(text.length(), MAX_REASON)))
            .build();
    SendMessageRequest.Builder request =
        SendMessageRequest.builder()
            .queueUrl(deadLettersUrl)
            .messageBody(message.body())
            .messageAttributes(Map.of(REASON, value));
    if (message.group() != null) {
      request.messageGroupId(message.group()).messageDeduplicationId(message.id());
    }
    client.sendMessage(request.build());
  }

  @Override
  public void retryAfter(QueuedMessage message, Duration delay) {
    client.changeMessageVisibility(
        request ->
            request
                .queueUrl(queueUrl)
                .receiptHandle(message.receipt())
                .visibilityTimeout((int) delay.toSeconds()));
  }
}
