package com.aisle.messaging;

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
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The contract against a real server: a FIFO topic with a FIFO queue that takes raw messages. */
class SnsPublisherIT extends PublisherContract {

  private static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static AwsEndpoint endpoint;
  private static SqsClient sqs;
  private static SnsClient sns;
  private String queueUrl;
  private String topicArn;

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
    sns =
        SnsClient.builder()
            .endpointOverride(endpoint.uri())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterAll
  static void stopEndpoint() throws Exception {
    sqs.close();
    sns.close();
    endpoint.close();
  }

  @BeforeEach
  void createTopicAndQueue() {
    String name = UUID.randomUUID() + ".fifo";
    queueUrl =
        sqs.createQueue(
                r -> r.queueName(name).attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
            .queueUrl();
    topicArn =
        sns.createTopic(r -> r.name(name).attributes(Map.of("FifoTopic", "true"))).topicArn();
    String queueArn =
        sqs.getQueueAttributes(
                r -> r.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    sns.subscribe(
        r ->
            r.topicArn(topicArn)
                .protocol("sqs")
                .endpoint(queueArn)
                .attributes(Map.of("RawMessageDelivery", "true")));
  }

  @Override
  Publisher publisher() {
    return new SnsPublisher(sns, topicArn);
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
  void publish_toMissingTopic_fails() {
    Publisher publisher = new SnsPublisher(sns, topicArn.replace(".fifo", "-none.fifo"));
    assertThatThrownBy(() -> publisher.publish(List.of(new Message("x", "g", "1"))))
        .isInstanceOf(PublishException.class);
  }
}
