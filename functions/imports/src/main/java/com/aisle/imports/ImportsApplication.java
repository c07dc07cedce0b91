package com.aisle.imports;

import com.aisle.messaging.BatchProcessor;
import com.aisle.messaging.SqsFailedMessages;
import com.aisle.messaging.SqsPublisher;
import com.aisle.productformat.ProductJson;
import com.aisle.storage.S3ObjectStore;
import com.aisle.storage.StorageConfig;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.FunctionalSpringApplication;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.messaging.Message;

/** Puts the one function of this module together, without component scanning. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class ImportsApplication
    implements ApplicationContextInitializer<GenericApplicationContext> {

  public static void main(String[] args) {
    FunctionalSpringApplication.run(ImportsApplication.class, args);
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    ProductJson json = new ProductJson();
    context.registerBean(SnapshotPriming.class, () -> new SnapshotPriming(json).registered());
    context.registerBean(
        "imports",
        FunctionRegistration.class,
        () ->
            new FunctionRegistration<>(handler(json), "imports")
                .type(
                    FunctionTypeUtils.functionType(
                        ResolvableType.forClassWithGenerics(Message.class, String.class).getType(),
                        SQSBatchResponse.class)));
  }

  private static ImportsHandler handler(ProductJson json) {
    ImportsConfig config = ImportsConfig.from(System.getenv());
    Clock clock = Clock.systemUTC();
    ImportService service =
        new ImportService(
            S3ObjectStore.create(StorageConfig.from(System.getenv())),
            SqsPublisher.create(config.productChangesQueueUrl()),
            SqsPublisher.create(config.warehouseQueueUrl()),
            SqsPublisher.create(config.importsQueueUrl()),
            json,
            clock,
            () -> UUID.randomUUID().toString(),
            config.saveEvery());
    BatchProcessor batches =
        new BatchProcessor(
            SqsFailedMessages.create(config.importsQueueUrl(), config.importsDeadLettersUrl()));
    return new ImportsHandler(service, batches, clock, config.stopBefore());
  }
}
