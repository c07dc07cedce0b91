package com.aisle.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aisle.embeddings.EmbeddingsConfig;
import com.aisle.vectors.VectorsConfig;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EmbeddingConfigTest {

  private static final Map<String, String> LEAST =
      Map.of(
          "AISLE_PINECONE_API_KEY_SECRET", "aisle/pinecone",
          "AISLE_PRODUCT_CHANGES_QUEUE_URL", "https://sqs.example/product-changes",
          "AISLE_PRODUCT_CHANGES_DEAD_LETTERS_URL", "https://sqs.example/dead-letters",
          "AISLE_CATALOG_WRITES_QUEUE_URL", "https://sqs.example/catalog-writes.fifo",
          "AISLE_WAREHOUSE_QUEUE_URL", "https://sqs.example/warehouse");

  @Test
  void defaults() {
    EmbeddingConfig config = EmbeddingConfig.from(LEAST);
    assertThat(config.vectors()).isEqualTo(VectorsConfig.from(Map.of()));
    assertThat(config.productChangesQueueUrl()).isEqualTo("https://sqs.example/product-changes");
    assertThat(config.productChangesDeadLettersUrl()).isEqualTo("https://sqs.example/dead-letters");
    assertThat(config.pineconeApiKeySecret()).isEqualTo("aisle/pinecone");
    assertThat(config.catalogWritesQueueUrl()).isEqualTo("https://sqs.example/catalog-writes.fifo");
    assertThat(config.warehouseQueueUrl()).isEqualTo("https://sqs.example/warehouse");
    assertThat(config.embeddings()).isEqualTo(EmbeddingsConfig.from(Map.of()));
  }

  @Test
  void values_replaceDefaults() {
    Map<String, String> env = new HashMap<>(LEAST);
    env.put("AISLE_PINECONE_HOST", "http://127.0.0.1:5080");
    env.put("AISLE_EMBEDDING_THREADS", "2");
    EmbeddingConfig config = EmbeddingConfig.from(env);
    assertThat(config.vectors().controlPlane()).isEqualTo(URI.create("http://127.0.0.1:5080"));
    assertThat(config.embeddings().threads()).isEqualTo(2);
  }

  @Test
  void missingKeys_areNamed() {
    for (String key : LEAST.keySet()) {
      Map<String, String> env = new HashMap<>(LEAST);
      env.remove(key);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EmbeddingConfig.from(env))
          .withMessageContaining(key + " is not set");
    }
  }

  @Test
  void everyKey_isListedHere() {
    Set<String> read = new TreeSet<>();
    EmbeddingConfig.from(
        new HashMap<>(LEAST) {
          private static final long serialVersionUID = 1L;

          @Override
          public String get(Object key) {
            read.add((String) key);
            return super.get(key);
          }

          @Override
          public String getOrDefault(Object key, String byDefault) {
            read.add((String) key);
            return super.getOrDefault(key, byDefault);
          }
        });
    assertThat(read)
        .containsExactly(
            "AISLE_CATALOG_WRITES_QUEUE_URL",
            "AISLE_EMBEDDING_FOLDER",
            "AISLE_EMBEDDING_MODEL_EN",
            "AISLE_EMBEDDING_MODEL_ZH",
            "AISLE_EMBEDDING_THREADS",
            "AISLE_PINECONE_API_KEY_SECRET",
            "AISLE_PINECONE_CLOUD",
            "AISLE_PINECONE_CREATION_DEADLINE_MILLIS",
            "AISLE_PINECONE_HOST",
            "AISLE_PINECONE_READ_DEADLINE_MILLIS",
            "AISLE_PINECONE_REGION",
            "AISLE_PINECONE_WRITE_DEADLINE_MILLIS",
            "AISLE_PRODUCT_CHANGES_DEAD_LETTERS_URL",
            "AISLE_PRODUCT_CHANGES_QUEUE_URL",
            "AISLE_WAREHOUSE_QUEUE_URL");
  }
}
