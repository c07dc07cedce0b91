package com.aisle.local.launcher.redrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.local.launcher.AwsClients;
import com.aisle.local.launcher.AwsEndpoint;
import com.aisle.local.launcher.LauncherException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Against a real server that speaks SQS. */
class RedriveIT {

  private static AwsEndpoint endpoint;
  private static SqsClient sqs;
  private final List<String> lines = new ArrayList<>();
  private final Redrive redrive = new Redrive(sqs, Clock.systemUTC(), lines::add);
  private final String name = "q" + UUID.randomUUID();

  @BeforeAll
  static void start(@TempDir Path data) {
    endpoint = AwsEndpoint.start(data);
    sqs = AwsClients.client(SqsClient.builder(), endpoint.uri());
  }

  @AfterAll
  static void stop() {
    sqs.close();
    endpoint.close();
  }

  @Test
  void letters_goBackToTheirQueue_withIdAgeAndReasonSaid() {
    String dead = queues("");
    for (int i = 0; i < 25; i++) {
      send(dead, "body " + i, "reason " + i);
    }

    assertThat(redrive.run(name, false, 1000)).isEqualTo(new Redrive.Result(25, 0));

    assertThat(bodies(name)).hasSize(25).contains("body 0", "body 24");
    assertThat(bodies(name + "-dead-letters")).isEmpty();
    assertThat(lines)
        .hasSize(25)
        .allMatch(line -> line.matches("moved \\S+  0h00m\\d\\ds  reason \\d+"));
  }

  @Test
  void dryRun_movesNothing() {
    send(queues(""), "body", "because");

    assertThat(redrive.run(name, true, 1000)).isEqualTo(new Redrive.Result(1, 0));

    assertThat(lines).singleElement().asString().startsWith("would move ").endsWith("because");
    assertThat(bodies(name)).isEmpty();
    assertThat(bodies(name + "-dead-letters")).containsExactly("body");
  }

  @Test
  void max_isKept() {
    String dead = queues("");
    for (int i = 0; i < 13; i++) {
      send(dead, "body " + i, "because");
    }
    assertThat(redrive.run(name, false, 0).moved()).isZero();
    assertThat(redrive.run(name, false, 12).moved()).isEqualTo(12);
    assertThat(bodies(name)).hasSize(12);
  }

  @Test
  void fifoQueue_keepsItsGroups() {
    String dead = queues(".fifo");
    sqs.sendMessage(
        r -> r.queueUrl(dead).messageBody("a").messageGroupId("g").messageDeduplicationId("1"));
    assertThat(redrive.run(name, false, 10).moved()).isEqualTo(1);
    assertThat(bodies(name + ".fifo")).containsExactly("a");
  }

  @Test
  void unknownQueue_isSaid() {
    assertThatThrownBy(() -> redrive.run("nowhere", false, 1))
        .isInstanceOf(LauncherException.class)
        .hasMessage("there is no queue nowhere");
  }

  /** A queue and its dead letters; the address of the latter. */
  private String queues(String suffix) {
    Map<QueueAttributeName, String> fifo =
        suffix.isEmpty() ? Map.of() : Map.of(QueueAttributeName.FIFO_QUEUE, "true");
    String dead =
        sqs.createQueue(r -> r.queueName(name + "-dead-letters" + suffix).attributes(fifo))
            .queueUrl();
    String arn =
        sqs.getQueueAttributes(r -> r.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    String url = sqs.createQueue(r -> r.queueName(name + suffix).attributes(fifo)).queueUrl();
    sqs.setQueueAttributes(
        r ->
            r.queueUrl(url)
                .attributes(
                    Map.of(
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"20\"}"
                            .formatted(arn))));
    return dead;
  }

  private static void send(String url, String body, String reason) {
    MessageAttributeValue value =
        MessageAttributeValue.builder().dataType("String").stringValue(reason).build();
    sqs.sendMessage(
        r -> r.queueUrl(url).messageBody(body).messageAttributes(Map.of("reason", value)));
  }

  private static List<String> bodies(String queue) {
    String url = sqs.getQueueUrl(r -> r.queueName(queue)).queueUrl();
    List<String> bodies = new ArrayList<>();
    for (List<Message> some = receive(url); !some.isEmpty(); some = receive(url)) {
      some.forEach(message -> bodies.add(message.body()));
    }
    return bodies;
  }

  private static List<Message> receive(String url) {
    return sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages();
  }
}
