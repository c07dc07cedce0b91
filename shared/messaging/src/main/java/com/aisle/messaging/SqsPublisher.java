package com.aisle.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Messages into one queue of Amazon SQS, standard or FIFO. */
public final class SqsPublisher implements Publisher {

  private final SqsClient client;
  private final String queueUrl;
  private final BatchSender sender;

  public SqsPublisher(SqsClient client, String queueUrl) {
    this(client, queueUrl, BatchSender::pause);
  }

  SqsPublisher(SqsClient client, String queueUrl, Consumer<Duration> pause) {
    this.client = client;
    this.queueUrl = queueUrl;
    this.sender = new BatchSender(Message::size, this::sendBatch, pause);
  }

  /** A publisher with a client of its own, which finds endpoint and credentials by itself. */
  public static SqsPublisher create(String queueUrl) {
    SqsClient client =
        SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    return new SqsPublisher(client, queueUrl);
  }

  /**
   * The same, for a caller that would rather have no success than wait.
   *
   * @param limit for one call and its repetitions
   */
  public static SqsPublisher create(String queueUrl, Duration limit) {
    SqsClient client =
        SqsClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(configuration -> configuration.apiCallTimeout(limit))
            .build();
    return new SqsPublisher(
        client,
        queueUrl,
        pause -> {
          throw new PublishException("messages were refused, and there is no time to wait", null);
        });
  }

  @Override
  public void publish(List<Message> messages) {
    try {
      sender.send(messages);
    } catch (SdkException e) {
      throw new PublishException("%s: %s".formatted(queueUrl, e.getMessage()), e);
    }
  }

  private List<BatchSender.Refusal> sendBatch(List<Message> batch) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    for (Message message : batch) {
      entries.add(
          SendMessageBatchRequestEntry.builder()
              .id(Integer.toString(entries.size()))
              .messageBody(message.body())
              .messageGroupId(message.group())
              .messageDeduplicationId(message.deduplicationId())
              .build());
    }
    return client.sendMessageBatch(r -> r.queueUrl(queueUrl).entries(entries)).failed().stream()
        .map(error -> refusal(batch.get(Integer.parseInt(error.id())), error))
        .toList();
  }

  private static BatchSender.Refusal refusal(Message message, BatchResultErrorEntry error) {
    return new BatchSender.Refusal(
        message, error.code() + " " + error.message(), error.senderFault());
  }
}
