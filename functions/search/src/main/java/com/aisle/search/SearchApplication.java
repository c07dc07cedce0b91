package com.aisle.search;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import org.crac.Core;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.FunctionalSpringApplication;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Registers the one function of this module, without component scanning. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class SearchApplication implements ApplicationContextInitializer<GenericApplicationContext> {

  private static final Logger LOGGER = LoggerFactory.getLogger(SearchApplication.class);

  public static void main(String[] args) {
    FunctionalSpringApplication.run(SearchApplication.class, args);
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    SearchWiring wiring = SearchWiring.of(System.getenv());
    register(context, wiring);
  }

  static void register(GenericApplicationContext context, SearchWiring wiring) {
    SnapshotHooks hooks = new SnapshotHooks(wiring.function(), wiring.priming());
    Core.getGlobalContext().register(hooks);
    // The runtime holds the hooks weakly.
    context.registerBean(SnapshotHooks.class, () -> hooks);
    context.registerBean(
        "search",
        FunctionRegistration.class,
        () ->
            new FunctionRegistration<>(wiring.handler(), "search")
                .type(
                    FunctionTypeUtils.functionType(
                        APIGatewayV2HTTPEvent.class, APIGatewayV2HTTPResponse.class)));
    LOGGER.info("started: {}", wiring.function().warmUp());
  }
}
