package com.aisle.secrets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Secrets in AWS Secrets Manager, as text. A value is asked for again after {@link #MAX_AGE}, so
 * that a rotated key is in use soon without a new deployment. Thread-safe.
 */
public final class SecretsManagerSecrets implements Secrets {

  public static final Duration MAX_AGE = Duration.ofMinutes(5);

  private final SecretsManagerClient client;
  private final Clock clock;
  private final Map<String, Cached> cache = new ConcurrentHashMap<>();

  private record Cached(String value, Instant read) {}

  public SecretsManagerSecrets(SecretsManagerClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /**
   * Secrets of the function's own account, with a client that finds endpoint and role by itself.
   */
  public static SecretsManagerSecrets create() {
    SecretsManagerClient client =
        SecretsManagerClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    return new SecretsManagerSecrets(client, Clock.systemUTC());
  }

  @Override
  public String get(String id) {
    return cache
        .compute(id, (missing, cached) -> cached != null && isFresh(cached) ? cached : read(id))
        .value();
  }

  private boolean isFresh(Cached cached) {
    return clock.instant().isBefore(cached.read().plus(MAX_AGE));
  }

  private Cached read(String id) {
    Instant now = clock.instant();
    String value = fetch(id);
    if (value == null) {
      throw new SecretsException("secret " + id + " holds bytes, not text", null);
    }
    return new Cached(value, now);
  }

  private @Nullable String fetch(String id) {
    try {
      return client.getSecretValue(request -> request.secretId(id)).secretString();
    } catch (SdkException e) {
      throw new SecretsException("cannot read secret %s: %s".formatted(id, e.getMessage()), e);
    }
  }
}
