package com.aisle.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * Events of one source and kind onto a bus of Amazon EventBridge; a message's body is the event's
 * detail. A bus keeps no order and drops no duplicates: groups and deduplication ids have no
 * effect.
 */
public final class EventBridgePublisher implements Publisher {

  private final EventBridgeClient client;
  private final String bus;
  private final String source;
  private final String detailType;
  private final BatchSender sender;

  public EventBridgePublisher(
      EventBridgeClient client, String bus, String source, String detailType) {
    this(client, bus, source, detailType, BatchSender::pause);
  }

  EventBridgePublisher(
      EventBridgeClient client,
      String bus,
      String source,
      String detailType,
      Consumer<Duration> pause) {
    this.client = client;
    this.bus = bus;
    this.source = source;
    this.detailType = detailType;
    // Source and detail type count too.
    int envelope = (source + detailType).getBytes(StandardCharsets.UTF_8).length;
    this.sender = new BatchSender(message -> message.size() + envelope, this::sendBatch, pause);
  }

  /** A publisher with a client of its own, which finds endpoint and credentials by itself. */
  public static EventBridgePublisher create(String bus, String source, String detailType) {
    EventBridgeClient client =
        EventBridgeClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    return new EventBridgePublisher(client, bus, source, detailType);
  }

  @Override
  public void publish(List<Message> messages) {
    try {
      sender.send(messages);
    } catch (SdkException e) {
      throw new PublishException("bus %s: %s".formatted(bus, e.getMessage()), e);
    }
  }

  private List<BatchSender.Refusal> sendBatch(List<Message> batch) {
    List<PutEventsRequestEntry> entries = batch.stream().map(this::entry).toList();
    List<PutEventsResultEntry> results = client.putEvents(r -> r.entries(entries)).entries();
    List<BatchSender.Refusal> refusals = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      PutEventsResultEntry result = results.get(i);
      if (result.errorCode() != null) {
        String reason = result.errorCode() + " " + result.errorMessage();
        // Which of its errors are passing the service does not say, so each is tried again.
        refusals.add(new BatchSender.Refusal(batch.get(i), reason, false));
      }
    }
    return refusals;
  }

  private PutEventsRequestEntry entry(Message message) {
    return PutEventsRequestEntry.builder()
        .eventBusName(bus)
        .source(source)
        .detailType(detailType)
        .detail(message.body())
        .build();
  }
}
