package com.aisle.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aisle.local.launcher.AwsClients;
import com.aisle.local.launcher.AwsEndpoint;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;

class SecretsManagerSecretsTest extends SecretsContract {

  @TempDir static Path folder;
  private static AwsEndpoint endpoint;
  private static SecretsManagerClient client;

  private Instant now = Instant.parse("2026-11-24T12:00:00Z");
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final Secrets secrets = new SecretsManagerSecrets(client, clock);

  @BeforeAll
  static void start() {
    endpoint = AwsEndpoint.start(folder);
    client = AwsClients.client(SecretsManagerClient.builder(), endpoint.uri());
  }

  @AfterAll
  static void stop() {
    client.close();
    endpoint.close();
  }

  @Override
  Secrets secrets() {
    return secrets;
  }

  @Override
  void put(String id, String value) {
    try {
      client.createSecret(request -> request.name(id).secretString(value));
    } catch (ResourceExistsException e) {
      client.putSecretValue(request -> request.secretId(id).secretString(value));
    }
  }

  @Test
  void rotatedValue_isSeenAfterFiveMinutesAndNotAskedForBefore() {
    put("aisle/rotated", "old");
    assertThat(secrets.get("aisle/rotated")).isEqualTo("old");
    put("aisle/rotated", "new");
    now = now.plus(Duration.ofMinutes(5)).minusMillis(1);
    assertThat(secrets.get("aisle/rotated")).isEqualTo("old");
    now = now.plusMillis(1);
    assertThat(secrets.get("aisle/rotated")).isEqualTo("new");
  }

  @Test
  void arn_namesASecretToo() {
    put("aisle/by-arn", "value");
    String arn = client.describeSecret(request -> request.secretId("aisle/by-arn")).arn();
    assertThat(secrets.get(arn)).isEqualTo("value");
  }

  @Test
  void bytes_areRefused() {
    client.createSecret(
        request -> request.name("aisle/bytes").secretBinary(SdkBytes.fromUtf8String("x")));
    assertThatExceptionOfType(SecretsException.class)
        .isThrownBy(() -> secrets.get("aisle/bytes"))
        .withMessageContaining("bytes, not text");
  }
}
