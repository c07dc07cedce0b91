package com.aisle.catalogfunction;

import com.aisle.messaging.BatchProcessor;
import com.aisle.messaging.FailedMessages;
import com.aisle.messaging.SqsFailedMessages;
import com.aisle.productformat.ProductJson;
import com.aisle.storage.S3ObjectStore;
import com.aisle.storage.StorageConfig;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import java.time.Clock;
import org.crac.Core;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.FunctionalSpringApplication;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Registers the one function of this module, without component scanning. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class CatalogApplication
    implements ApplicationContextInitializer<GenericApplicationContext> {

  public static void main(String[] args) {
    FunctionalSpringApplication.run(CatalogApplication.class, args);
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    CatalogConfig config = CatalogConfig.from(System.getenv());
    S3ObjectStore objects = S3ObjectStore.create(StorageConfig.from(System.getenv()));
    FailedMessages failed = SqsFailedMessages.create(config.queueUrl(), config.deadLettersUrl());
    register(context, IndexSession.of(objects, config, Clock.systemUTC()), failed);
  }

  static void register(
      GenericApplicationContext context, IndexSession index, FailedMessages failed) {
    CatalogService service =
        new CatalogService(new ProductJson(), index, new BatchProcessor(failed));
    SnapshotHooks hooks = new SnapshotHooks(index);
    Core.getGlobalContext().register(hooks);
    // The runtime holds the hooks weakly.
    context.registerBean(SnapshotHooks.class, () -> hooks);
    context.registerBean(
        "catalog",
        FunctionRegistration.class,
        () ->
            new FunctionRegistration<>(new CatalogHandler(service), "catalog")
                .type(FunctionTypeUtils.functionType(String.class, SQSBatchResponse.class)));
  }
}
