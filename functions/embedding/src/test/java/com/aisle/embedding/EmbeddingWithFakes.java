package com.aisle.embedding;

import com.aisle.embeddings.Embedders;
import com.aisle.embeddings.EmbeddingsConfig;
import com.aisle.messaging.testing.RecordingFailedMessages;
import com.aisle.messaging.testing.RecordingPublisher;
import com.aisle.vectors.VectorStore;
import com.aisle.vectors.testing.InMemoryVectorStore;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The application with the real models, and fakes of what is outside. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class EmbeddingWithFakes
    implements ApplicationContextInitializer<GenericApplicationContext> {

  static final VectorStore VECTORS = new InMemoryVectorStore();
  static final RecordingPublisher CATALOG = new RecordingPublisher();
  static final RecordingPublisher WAREHOUSE = new RecordingPublisher();
  static final RecordingFailedMessages FAILED = new RecordingFailedMessages();

  @Override
  public void initialize(GenericApplicationContext context) {
    Embedders embedders = Embedders.of(EmbeddingsConfig.from(Map.of()));
    EmbeddingApplication.register(
        context, new Ports(embedders, VECTORS, () -> {}, CATALOG, WAREHOUSE, FAILED));
  }
}
