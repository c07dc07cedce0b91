package com.aisle.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/** Messages to one topic of Amazon SNS, standard or FIFO: every queue that subscribed has them. */
public final class SnsPublisher implements Publisher {

  private final SnsClient client;
  private final String topicArn;
  private final BatchSender sender;

  public SnsPublisher(SnsClient client, String topicArn) {
    this(client, topicArn, BatchSender::pause);
  }

  SnsPublisher(SnsClient client, String topicArn, Consumer<Duration> pause) {
    this.client = client;
    this.topicArn = topicArn;
    this.sender = new BatchSender(Message::size, this::sendBatch, pause);
  }

  /** A publisher with a client of its own, which finds endpoint and credentials by itself. */
  public static SnsPublisher create(String topicArn) {
    SnsClient client =
        SnsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    return new SnsPublisher(client, topicArn);
  }

  @Override
  public void publish(List<Message> messages) {
    try {
      sender.send(messages);
    } catch (SdkException e) {
      throw new PublishException("%s: %s".formatted(topicArn, e.getMessage()), e);
    }
  }

  private List<BatchSender.Refusal> sendBatch(List<Message> batch) {
    List<PublishBatchRequestEntry> entries = new ArrayList<>();
    for (Message message : batch) {
      entries.add(
          PublishBatchRequestEntry.builder()
              .id(Integer.toString(entries.size()))
              .message(message.body())
              .messageGroupId(message.group())
              .messageDeduplicationId(message.deduplicationId())
              .build());
    }
    return client
        .publishBatch(r -> r.topicArn(topicArn).publishBatchRequestEntries(entries))
        .failed()
        .stream()
        .map(error -> refusal(batch.get(Integer.parseInt(error.id())), error))
        .toList();
  }

  private static BatchSender.Refusal refusal(Message message, BatchResultErrorEntry error) {
    return new BatchSender.Refusal(
        message, error.code() + " " + error.message(), error.senderFault());
  }
}
