package com.aisle.messaging;

import com.aisle.local.launcher.AwsClients;
import com.aisle.local.launcher.AwsEndpoint;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsDeadLettersIT extends DeadLettersContract {

  private static AwsEndpoint endpoint;
  private static SqsClient sqs;
  private String queueUrl;

  @BeforeAll
  static void startEndpoint(@TempDir Path data) throws Exception {
    endpoint = AwsEndpoint.start(data);
    sqs = AwsClients.client(SqsClient.builder(), endpoint.uri());
  }

  @AfterAll
  static void stopEndpoint() throws Exception {
    sqs.close();
    endpoint.close();
  }

  @BeforeEach
  void createQueue() {
    queueUrl = sqs.createQueue(r -> r.queueName(UUID.randomUUID().toString())).queueUrl();
  }

  @Override
  DeadLetters deadLetters() {
    return new SqsDeadLetters(sqs, queueUrl);
  }

  @Override
  void put(String body) {
    sqs.sendMessage(r -> r.queueUrl(queueUrl).messageBody(body));
  }
}
