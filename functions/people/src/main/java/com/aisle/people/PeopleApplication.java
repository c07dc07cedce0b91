package com.aisle.people;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import org.crac.Core;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.FunctionalSpringApplication;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Registers the one function of this module, without component scanning. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class PeopleApplication implements ApplicationContextInitializer<GenericApplicationContext> {

  public static void main(String[] args) {
    FunctionalSpringApplication.run(PeopleApplication.class, args);
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    PeopleWiring wiring = PeopleWiring.of(System.getenv());
    register(context, wiring.function(), wiring.hooks());
  }

  static void register(
      GenericApplicationContext context, PeopleFunction function, SnapshotHooks hooks) {
    Core.getGlobalContext().register(hooks);
    // The runtime holds the hooks weakly.
    context.registerBean(SnapshotHooks.class, () -> hooks);
    context.registerBean(
        "people",
        FunctionRegistration.class,
        () ->
            new FunctionRegistration<>(function.router(), "people")
                .type(
                    FunctionTypeUtils.functionType(
                        APIGatewayV2HTTPEvent.class, APIGatewayV2HTTPResponse.class)));
  }
}
