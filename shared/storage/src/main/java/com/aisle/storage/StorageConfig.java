package com.aisle.storage;

import java.time.Duration;
import java.util.Map;

/**
 * Where objects are kept. The endpoint and the credentials are the AWS SDK's own affair ({@code
 * AWS_ENDPOINT_URL} and so on).
 *
 * @param bucket {@code AISLE_BUCKET}, default {@code aisle}
 * @param timeout {@code AISLE_STORAGE_TIMEOUT_SECONDS}, default 10: how long a connection may stay
 *     silent
 */
public record StorageConfig(String bucket, Duration timeout) {

  public StorageConfig {
    if (bucket.isBlank() || timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException(
          "storage needs a bucket and a timeout above 0, got '%s' and %s"
              .formatted(bucket, timeout));
    }
  }

  /** The configuration that these environment variables give. */
  public static StorageConfig from(Map<String, String> environment) {
    String seconds = environment.getOrDefault("AISLE_STORAGE_TIMEOUT_SECONDS", "10");
    return new StorageConfig(
        environment.getOrDefault("AISLE_BUCKET", "aisle"),
        Duration.ofSeconds(Long.parseLong(seconds)));
  }
}
