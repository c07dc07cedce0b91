package com.aisle.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.local.launcher.AwsEndpoint;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The contract against a real server that speaks S3. */
class S3ObjectStoreIT extends ObjectStoreContract {

  private static AwsEndpoint endpoint;
  private static S3Client client;

  @BeforeAll
  static void startEndpoint(@TempDir Path data) throws Exception {
    endpoint = AwsEndpoint.start(data);
    client =
        S3Client.builder()
            .endpointOverride(endpoint.uri())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterAll
  static void stopEndpoint() throws Exception {
    client.close();
    endpoint.close();
  }

  @Override
  ObjectStore emptyStore() {
    String bucket = "test-" + UUID.randomUUID();
    client.createBucket(r -> r.bucket(bucket));
    return new S3ObjectStore(client, bucket);
  }

  @Test
  void head_tellsMetadata() {
    client.createBucket(r -> r.bucket("with-metadata"));
    client.putObject(
        r -> r.bucket("with-metadata").key("a").metadata(Map.of("mapping", "import-mappings/1")),
        RequestBody.fromString("x"));
    assertThat(new S3ObjectStore(client, "with-metadata").head("a").orElseThrow().metadata())
        .containsEntry("mapping", "import-mappings/1");
  }

  @Test
  void missingBucket_isAnErrorAndNotAMissingObject() {
    ObjectStore store = new S3ObjectStore(client, "no-such-bucket");
    assertThatThrownBy(() -> store.get("a"))
        .isInstanceOf(StorageException.class)
        .isNotInstanceOf(NoSuchObjectException.class);
    assertThatThrownBy(() -> store.put("a", new byte[0], Condition.unchanged("\"x\"")))
        .isInstanceOf(StorageException.class)
        .isNotInstanceOf(ConditionFailedException.class);
  }
}
