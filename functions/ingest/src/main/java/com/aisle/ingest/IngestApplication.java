package com.aisle.ingest;

import com.aisle.events.Pseudonyms;
import com.aisle.messaging.SqsFailedMessages;
import com.aisle.secrets.Secrets;
import com.aisle.secrets.SecretsManagerSecrets;
import com.aisle.warehouse.ClickHouseWarehouse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.FunctionalSpringApplication;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Registers the one function of this module, {@code ingest}, without component scanning. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class IngestApplication implements ApplicationContextInitializer<GenericApplicationContext> {

  public static void main(String[] args) {
    FunctionalSpringApplication.run(IngestApplication.class, args);
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    IngestConfig config = IngestConfig.from(System.getenv());
    Secrets secrets = SecretsManagerSecrets.create();
    ClickHouseWarehouse warehouse =
        ClickHouseWarehouse.connect(
            config.warehouse(), () -> secrets.get(config.warehouse().passwordSecret()));
    Ports ports =
        new Ports(
            warehouse,
            SqsFailedMessages.create(config.queueUrl(), config.deadLettersUrl()),
            () -> new Pseudonyms(secrets.get(config.pseudonymKeySecret())),
            Clock.systemUTC(),
            () -> UUID.randomUUID().toString());
    register(context, config, ports, warehouse::close);
  }

  /** Registers the function with these ports, and its snapshot hooks. */
  static void register(
      GenericApplicationContext context, IngestConfig config, Ports ports, Runnable disconnect) {
    IngestService service = ports.service(config);
    SnapshotHooks hooks = new SnapshotHooks(ports.reader(config), disconnect).register();
    context.registerBean(SnapshotHooks.class, () -> hooks);
    context.registerBean(
        "ingest",
        FunctionRegistration.class,
        () ->
            new FunctionRegistration<>(new IngestHandler(service), "ingest")
                .type(FunctionTypeUtils.functionType(String.class, SQSBatchResponse.class)));
  }
}
