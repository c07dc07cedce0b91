package com.aisle.reports;

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
public class ReportsApplication
    implements ApplicationContextInitializer<GenericApplicationContext> {

  public static void main(String[] args) {
    FunctionalSpringApplication.run(ReportsApplication.class, args);
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    register(context, ReportsWiring.function(System.getenv()));
  }

  static void register(GenericApplicationContext context, ReportsFunction function) {
    SnapshotHooks hooks = new SnapshotHooks(function);
    Core.getGlobalContext().register(hooks);
    // The runtime holds the hooks weakly.
    context.registerBean(SnapshotHooks.class, () -> hooks);
    context.registerBean(
        "reports",
        FunctionRegistration.class,
        () ->
            new FunctionRegistration<>(function.router(), "reports")
                .type(
                    FunctionTypeUtils.functionType(
                        APIGatewayV2HTTPEvent.class, APIGatewayV2HTTPResponse.class)));
  }
}
