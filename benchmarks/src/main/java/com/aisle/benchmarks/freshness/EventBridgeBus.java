package com.aisle.benchmarks.freshness;

import com.aisle.benchmarks.setup.BenchmarkException;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/** EventBridge at the local AWS endpoint. */
final class EventBridgeBus implements Bus, AutoCloseable {
  /** The most entries that PutEvents takes at once. */
  static final int BATCH = 10;

  private final EventBridgeClient client;
  private final URI endpoint;
  private final String name;

  /** The bus of this name. */
  EventBridgeBus(URI endpoint, String name) {
    this.endpoint = endpoint;
    this.name = name;
    this.client =
        EventBridgeClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @Override
  public void publish(List<String> documents) {
    for (int from = 0; from < documents.size(); from += BATCH) {
      put(documents.subList(from, Math.min(from + BATCH, documents.size())));
    }
  }

  private void put(List<String> documents) {
    PutEventsResponse response;
    try {
      response = client.putEvents(put -> put.entries(documents.stream().map(this::entry).toList()));
    } catch (SdkException e) {
      throw new BenchmarkException(
          "The bus %s at %s does not answer: %s".formatted(name, endpoint, e.getMessage()), e);
    }
    if (response.failedEntryCount() > 0) {
      throw new BenchmarkException(
          "The bus %s at %s refuses an event: %s".formatted(name, endpoint, response.entries()));
    }
  }

  PutEventsRequestEntry entry(String document) {
    return PutEventsRequestEntry.builder()
        .eventBusName(name)
        .source("aisle.benchmarks")
        .detailType("ProductChanged")
        .detail(document)
        .build();
  }

  @Override
  public void close() {
    client.close();
  }
}
