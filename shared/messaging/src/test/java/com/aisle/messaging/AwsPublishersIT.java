package com.aisle.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.local.launcher.AwsEndpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The contract against a real server that speaks SQS, and a bus that ends in a queue of it. */
class AwsPublishersIT extends PublisherContract {

  private static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static AwsEndpoint endpoint;
  private static SqsClient sqs;
  private String queueUrl;

  @BeforeAll
  static void startEndpoint(@TempDir Path data) throws Exception {
    endpoint = AwsEndpoint.start(data);
    sqs =
        SqsClient.builder()
            .endpointOverride(endpoint.uri())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterAll
  static void stopEndpoint() throws Exception {
    sqs.close();
    endpoint.close();
  }

  @BeforeEach
  void createQueue() {
    queueUrl = createQueue(Map.of(QueueAttributeName.FIFO_QUEUE, "true"), ".fifo");
  }

  @Override
  Publisher publisher() {
    return new SqsPublisher(sqs, queueUrl);
  }

  @Override
  List<String> delivered(int count) {
    List<String> bodies = new ArrayList<>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (bodies.size() < count && System.nanoTime() < end) {
      sqs.receiveMessage(r -> r.queueUrl(queueUrl).waitTimeSeconds(1).maxNumberOfMessages(10))
          .messages()
          .forEach(
              message -> {
                bodies.add(message.body());
                sqs.deleteMessage(r -> r.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
              });
    }
    return bodies;
  }

  @Test
  void publish_toMissingQueue_fails() {
    Publisher publisher = new SqsPublisher(sqs, queueUrl + "-none");
    assertThatThrownBy(() -> publisher.publish(List.of(Message.of("x"))))
        .isInstanceOf(PublishException.class);
  }

  @Test
  void publish_toBus_reachesTheRulesQueue() {
    queueUrl = createQueue(Map.of(), "");
    String queueArn =
        sqs.getQueueAttributes(
                r -> r.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    try (EventBridgeClient bus =
        EventBridgeClient.builder()
            .endpointOverride(endpoint.uri())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      bus.createEventBus(r -> r.name("shop"));
      bus.putRule(
          r -> r.name("all").eventBusName("shop").eventPattern("{\"source\":[\"shop.products\"]}"));
      Target target = Target.builder().id("queue").arn(queueArn).build();
      bus.putTargets(r -> r.rule("all").eventBusName("shop").targets(target));
      new EventBridgePublisher(bus, "shop", "shop.products", "ProductChanged")
          .publish(List.of(Message.of("{\"id\":\"p-1\"}")));
      assertThat(delivered(1))
          .singleElement()
          .asString()
          .contains("\"ProductChanged\"")
          .contains("p-1");
      new EventBridgePublisher(bus, "shop", "shop.products", "ProductChanged").publish(List.of());
    }
  }

  private static String createQueue(Map<QueueAttributeName, String> attributes, String suffix) {
    return sqs.createQueue(r -> r.queueName(UUID.randomUUID() + suffix).attributes(attributes))
        .queueUrl();
  }
}
