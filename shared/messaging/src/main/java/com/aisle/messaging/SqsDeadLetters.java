package com.aisle.messaging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Dead letters in a standard queue of Amazon SQS. */
public final class SqsDeadLetters implements DeadLetters {

  /** Longer than a look through the queue takes, so that no message is shown twice. */
  private static final int HIDDEN_SECONDS = 300;

  private final SqsClient client;
  private final String queueUrl;

  public SqsDeadLetters(SqsClient client, String queueUrl) {
    this.client = client;
    this.queueUrl = queueUrl;
  }

  /** With a client of its own, which finds endpoint and credentials by itself. */
  public static SqsDeadLetters create(String queueUrl) {
    SqsClient client =
        SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    return new SqsDeadLetters(client, queueUrl);
  }

  @Override
  public int revise(Function<String, Optional<String>> revision) {
    List<Message> unchanged = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int revised = 0;
    try {
      List<Message> batch = receive();
      while (batch.stream().anyMatch(message -> seen.add(message.messageId()))) {
        for (Message message : batch) {
          Optional<String> after = revision.apply(message.body());
          if (after.isPresent() && after.get().equals(message.body())) {
            unchanged.add(message);
          } else {
            // First the new one: a crash in between leaves both, and to have a row twice is none.
            after.ifPresent(body -> seen.add(sendLike(message, body)));
            client.deleteMessage(r -> r.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
            revised++;
          }
        }
        batch = receive();
      }
      return revised;
    } catch (SdkException e) {
      throw new PublishException("%s: %s".formatted(queueUrl, e.getMessage()), e);
    } finally {
      unchanged.forEach(this::showAgain);
    }
  }

  private List<Message> receive() {
    return client
        .receiveMessage(
            r ->
                r.queueUrl(queueUrl)
                    .maxNumberOfMessages(10)
                    .waitTimeSeconds(1)
                    .messageAttributeNames("All")
                    .visibilityTimeout(HIDDEN_SECONDS))
        .messages();
  }

  private String sendLike(Message message, String body) {
    return client
        .sendMessage(
            r ->
                r.queueUrl(queueUrl)
                    .messageBody(body)
                    .messageAttributes(message.messageAttributes()))
        .messageId();
  }

  private void showAgain(Message message) {
    try {
      client.changeMessageVisibility(
          r -> r.queueUrl(queueUrl).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
    } catch (SdkException e) {
      // It shows itself again after a while.
    }
  }
}
