package com.aisle.collect;

import com.aisle.events.Pseudonyms;
import com.aisle.messaging.SnsPublisher;
import com.aisle.messaging.SqsPublisher;
import com.aisle.secrets.Secrets;
import com.aisle.secrets.SecretsManagerSecrets;
import com.aisle.web.Router;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.util.Map;
import org.crac.Core;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.FunctionalSpringApplication;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Registers the one function of this module, without component scanning. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class CollectApplication
    implements ApplicationContextInitializer<GenericApplicationContext> {

  /** What it answers, as the template declares it. */
  static final String ROUTE = "POST /v1/events";

  public static void main(String[] args) {
    FunctionalSpringApplication.run(CollectApplication.class, args);
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    CollectConfig config = CollectConfig.from(System.getenv());
    Secrets secrets = SecretsManagerSecrets.create();
    register(
        context,
        new CollectService(
            SnsPublisher.create(config.topicArn()),
            SqsPublisher.create(config.queueUrl()),
            () -> new Pseudonyms(secrets.get(config.pseudonymKeySecret())),
            Clock.systemUTC(),
            config.oldestEvent(),
            config.calendar()));
  }

  static void register(GenericApplicationContext context, CollectService service) {
    SnapshotHooks hooks = new SnapshotHooks(new Priming());
    Core.getGlobalContext().register(hooks);
    // The runtime holds the hooks weakly.
    context.registerBean(SnapshotHooks.class, () -> hooks);
    Router router = new Router(Map.of(ROUTE, new EventsHandler(service)));
    context.registerBean(
        "collect",
        FunctionRegistration.class,
        () ->
            new FunctionRegistration<>(router, "collect")
                .type(
                    FunctionTypeUtils.functionType(
                        APIGatewayV2HTTPEvent.class, APIGatewayV2HTTPResponse.class)));
  }
}
