package com.aisle.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a shop does to Aisle: tells its bus of changes, puts files into the bucket. */
final class Shop {

  static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Cloud cloud;

  Shop(Cloud cloud) {
    this.cloud = cloud;
  }

  /** A product document; times are offsets in seconds from a fixed moment. */
  static String document(String id, String title, String price, long secondsLater) {
    return """
        {"id":"%s","sku":"%s","title":{"en":"%s"},"brand":"Nordfell","category":["Test","Articles"],\
        "price":{"amount":"%s","currency":"GBP"},"stock":5,"updatedAt":"%s"}"""
        .formatted(id, id, title, price, at(secondsLater));
  }

  static String tombstone(String id, long secondsLater) {
    return """
        {"id":"%s","deleted":true,"updatedAt":"%s"}"""
        .formatted(id, at(secondsLater));
  }

  private static Instant at(long secondsLater) {
    return Instant.parse("2026-06-01T12:00:00Z").plusSeconds(secondsLater);
  }

  /** Tells the bus. */
  void tell(String detail) {
    int refused =
        cloud
            .bus
            .putEvents(
                request ->
                    request.entries(
                        entry ->
                            entry
                                .eventBusName(cloud.output("BusName"))
                                .source("shop.products")
                                .detailType("ProductChanged")
                                .detail(detail)))
            .failedEntryCount();
    if (refused > 0) {
      throw new IllegalStateException("the bus refused the event");
    }
  }

  /** Puts a file into the imports folder and waits for its report. */
  JsonNode imported(String name, List<String> lines) {
    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    upload(name, name.endsWith(".gz") ? gzip(text) : text);
    await("report of " + name)
        .atMost(PATIENCE)
        .until(() -> List.of("complete", "failed").contains(report(name).path("state").asString()));
    return report(name);
  }

  void upload(String name, byte[] bytes) {
    cloud.s3.putObject(
        request -> request.bucket(cloud.output("BucketName")).key("imports/" + name),
        RequestBody.fromBytes(bytes));
  }

  JsonNode report(String name) {
    String text = object("import-reports/" + name + ".json");
    return text.isEmpty() ? JSON.nullNode() : JSON.readTree(text);
  }

  /** The object's text, empty if there is none. */
  String object(String key) {
    try {
      return cloud
          .s3
          .getObjectAsBytes(request -> request.bucket(cloud.output("BucketName")).key(key))
          .asString(StandardCharsets.UTF_8);
    } catch (NoSuchKeyException missing) {
      return "";
    }
  }

  /** Takes every message out of a dead-letter queue that is there within the patience. */
  List<Message> deadLetters(String output, int wanted) {
    List<Message> found = new java.util.ArrayList<>();
    await(wanted + " dead letters")
        .atMost(PATIENCE)
        .until(
            () -> {
              found.addAll(receive(cloud.output(output)));
              return found.size() >= wanted;
            });
    return found;
  }

  private List<Message> receive(String queueUrl) {
    List<Message> messages =
        cloud
            .sqs
            .receiveMessage(
                request ->
                    request
                        .queueUrl(queueUrl)
                        .maxNumberOfMessages(10)
                        .messageAttributeNames("All")
                        .waitTimeSeconds(1))
            .messages();
    messages.forEach(
        message ->
            cloud.sqs.deleteMessage(
                request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle())));
    return messages;
  }

  /** Waits until nothing is under way between the bus and the index. */
  void settled() {
    await("queues are empty")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> waiting("ProductChangesQueueUrl") + waiting("CatalogWritesQueueUrl") == 0);
  }

  private long waiting(String output) {
    Map<QueueAttributeName, String> attributes =
        cloud
            .sqs
            .getQueueAttributes(
                request ->
                    request
                        .queueUrl(cloud.output(output))
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes();
    return attributes.values().stream().mapToLong(Long::parseLong).sum();
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
