package com.aisle.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

class AwsEndpointTest {
  @Test
  void objects_surviveKill(@TempDir Path folder) {
    try (AwsEndpoint endpoint = AwsEndpoint.start(folder);
        S3Client s3 = AwsClients.s3(endpoint.uri())) {
      s3.createBucket(request -> request.bucket("things"));
      s3.putObject(request -> request.bucket("things").key("a/b"), RequestBody.fromString("hello"));

      endpoint.kill();
      endpoint.restart();

      assertThat(s3.getObjectAsBytes(request -> request.bucket("things").key("a/b")).asUtf8String())
          .isEqualTo("hello");
    }
  }

  @Test
  void correction15_afterAKillNothingOfAnEarlierDayComesBack(@TempDir Path folder) {
    assertThat(queuesAfterStopAndKill(folder.resolve("corrected"), Set.of())).isEmpty();
    assertThat(queuesAfterStopAndKill(folder.resolve("stock"), Set.of(15))).hasSize(1);
  }

  private static List<String> queuesAfterStopAndKill(Path folder, Set<Integer> correctionsOff) {
    URI nowhere = URI.create("http://127.0.0.1:1/invoke");
    try (AwsEndpoint endpoint = AwsEndpoint.start(folder, nowhere, correctionsOff);
        SqsClient sqs = AwsClients.client(SqsClient.builder(), endpoint.uri())) {
      sqs.createQueue(request -> request.queueName("yesterday"));
      endpoint.close();
      endpoint.restart();
      assertThat(sqs.listQueues().queueUrls()).hasSize(1);

      endpoint.kill();
      endpoint.restart();

      return sqs.listQueues().queueUrls();
    }
  }
}
