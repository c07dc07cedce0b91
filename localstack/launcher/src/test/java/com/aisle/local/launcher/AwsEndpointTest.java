package com.aisle.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

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
}
