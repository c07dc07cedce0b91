package com.aisle.vectors;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Where Pinecone is and how long to wait for it. The API key is not here: the caller supplies it.
 *
 * @param controlPlane AISLE_PINECONE_HOST, default https://api.pinecone.io; with http neither
 *     control nor data calls use TLS
 * @param cloud AISLE_PINECONE_CLOUD, default aws: where new indexes are made
 * @param region AISLE_PINECONE_REGION, default us-east-1
 * @param writeDeadline AISLE_PINECONE_WRITE_DEADLINE_MILLIS, default 10000: for one batch with its
 *     retries
 * @param readDeadline AISLE_PINECONE_READ_DEADLINE_MILLIS, default 5000: for fetching one batch or
 *     counting; nearest has its caller's deadline
 * @param creationDeadline AISLE_PINECONE_CREATION_DEADLINE_MILLIS, default 60000: until a new index
 *     is ready
 */
public record VectorsConfig(
    URI controlPlane,
    String cloud,
    String region,
    Duration writeDeadline,
    Duration readDeadline,
    Duration creationDeadline) {

  public VectorsConfig {
    if (controlPlane.getHost() == null
        || !("http".equals(controlPlane.getScheme()) || "https".equals(controlPlane.getScheme()))) {
      throw new IllegalArgumentException(
          "AISLE_PINECONE_HOST must be an http or https URL, found " + controlPlane);
    }
  }

  /**
   * Reads the settings from environment variables.
   *
   * @throws IllegalArgumentException naming the variable and what is wrong with it
   */
  public static VectorsConfig from(Map<String, String> environment) {
    return new VectorsConfig(
        uri(environment.getOrDefault("AISLE_PINECONE_HOST", "https://api.pinecone.io")),
        environment.getOrDefault("AISLE_PINECONE_CLOUD", "aws"),
        environment.getOrDefault("AISLE_PINECONE_REGION", "us-east-1"),
        millis(environment, "AISLE_PINECONE_WRITE_DEADLINE_MILLIS", 10_000),
        millis(environment, "AISLE_PINECONE_READ_DEADLINE_MILLIS", 5_000),
        millis(environment, "AISLE_PINECONE_CREATION_DEADLINE_MILLIS", 60_000));
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("AISLE_PINECONE_HOST is no URL: " + text, e);
    }
  }

  private static Duration millis(Map<String, String> environment, String key, long byDefault) {
    String text = environment.getOrDefault(key, Long.toString(byDefault));
    try {
      long millis = Long.parseLong(text);
      if (millis > 0) {
        return Duration.ofMillis(millis);
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number that is too small.
    }
    throw new IllegalArgumentException(
        "%s must be a positive number of milliseconds, found '%s'".formatted(key, text));
  }

  boolean usesTls() {
    return "https".equals(controlPlane.getScheme());
  }
}
