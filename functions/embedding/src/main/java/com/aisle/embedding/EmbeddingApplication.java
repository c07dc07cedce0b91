package com.aisle.embedding;

import com.aisle.embeddings.Embedders;
import com.aisle.messaging.SqsFailedMessages;
import com.aisle.messaging.SqsPublisher;
import com.aisle.secrets.Secrets;
import com.aisle.secrets.SecretsManagerSecrets;
import com.aisle.vectors.PineconeVectorStore;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.FunctionalSpringApplication;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Registers the one function of this module, {@code embedding}, without component scanning. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class EmbeddingApplication
    implements ApplicationContextInitializer<GenericApplicationContext> {

  public static void main(String[] args) {
    FunctionalSpringApplication.run(EmbeddingApplication.class, args);
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    register(context, ports(EmbeddingConfig.from(System.getenv())));
  }

  /** Registers the function with these ports, and its snapshot hook. */
  static void register(GenericApplicationContext context, Ports ports) {
    SnapshotHook hook = new SnapshotHook(ports.embedders(), ports.disconnect()).register();
    context.registerBean(SnapshotHook.class, () -> hook);
    context.registerBean(
        "embedding",
        FunctionRegistration.class,
        () ->
            new FunctionRegistration<>(ports.handler(), "embedding")
                .type(FunctionTypeUtils.functionType(String.class, SQSBatchResponse.class)));
  }

  private static Ports ports(EmbeddingConfig config) {
    Secrets secrets = SecretsManagerSecrets.create();
    PineconeVectorStore pinecone =
        new PineconeVectorStore(config.vectors(), () -> secrets.get(config.pineconeApiKeySecret()));
    return new Ports(
        Embedders.of(config.embeddings()),
        pinecone,
        pinecone::disconnect,
        SqsPublisher.create(config.catalogWritesQueueUrl()),
        SqsPublisher.create(config.warehouseQueueUrl()),
        SqsFailedMessages.create(
            config.productChangesQueueUrl(), config.productChangesDeadLettersUrl()));
  }
}
