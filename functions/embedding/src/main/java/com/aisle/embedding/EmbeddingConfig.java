package com.aisle.embedding;

import com.aisle.embeddings.EmbeddingsConfig;
import com.aisle.vectors.VectorsConfig;
import java.util.Map;

/**
 * Where the function writes and how it embeds.
 *
 * @param pineconeApiKeySecret {@code AISLE_PINECONE_API_KEY_SECRET}: name or ARN of the secret with
 *     Pinecone's API key
 * @param productChangesQueueUrl {@code AISLE_PRODUCT_CHANGES_QUEUE_URL}: where messages come from
 * @param productChangesDeadLettersUrl {@code AISLE_PRODUCT_CHANGES_DEAD_LETTERS_URL}: where bad
 *     ones go
 * @param catalogWritesQueueUrl {@code AISLE_CATALOG_WRITES_QUEUE_URL}: the queue to the text index
 * @param warehouseQueueUrl {@code AISLE_WAREHOUSE_QUEUE_URL}: the queue to the warehouse
 */
record EmbeddingConfig(
    String pineconeApiKeySecret,
    String productChangesQueueUrl,
    String productChangesDeadLettersUrl,
    String catalogWritesQueueUrl,
    String warehouseQueueUrl,
    VectorsConfig vectors,
    EmbeddingsConfig embeddings) {

  /**
   * Reads the settings from environment variables.
   *
   * @throws IllegalArgumentException when a key without a default is missing or a value is wrong
   */
  static EmbeddingConfig from(Map<String, String> env) {
    return new EmbeddingConfig(
        required(env, "AISLE_PINECONE_API_KEY_SECRET"),
        required(env, "AISLE_PRODUCT_CHANGES_QUEUE_URL"),
        required(env, "AISLE_PRODUCT_CHANGES_DEAD_LETTERS_URL"),
        required(env, "AISLE_CATALOG_WRITES_QUEUE_URL"),
        required(env, "AISLE_WAREHOUSE_QUEUE_URL"),
        VectorsConfig.from(env),
        EmbeddingsConfig.from(env));
  }

  private static String required(Map<String, String> env, String key) {
    String value = env.getOrDefault(key, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException("the environment variable " + key + " is not set");
    }
    return value;
  }
}
