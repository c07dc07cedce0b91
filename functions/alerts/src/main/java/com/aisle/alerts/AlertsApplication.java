package com.aisle.alerts;

import com.aisle.messaging.LambdaFunctionCaller;
import com.aisle.messaging.SnsPublisher;
import com.aisle.secrets.Secrets;
import com.aisle.secrets.SecretsManagerSecrets;
import com.aisle.storage.S3ObjectStore;
import com.aisle.storage.StorageConfig;
import com.aisle.web.Router;
import com.aisle.web.StaffAccess;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.FunctionalSpringApplication;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Registers the two functions of this module: {@code alerts} answers staff, {@code evaluation} is
 * called by the schedule.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
public class AlertsApplication implements ApplicationContextInitializer<GenericApplicationContext> {

  public static void main(String[] args) {
    FunctionalSpringApplication.run(AlertsApplication.class, args);
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    AlertsConfig config = AlertsConfig.from(System.getenv());
    Secrets secrets = SecretsManagerSecrets.create();
    AlertStore store = new AlertStore(S3ObjectStore.create(StorageConfig.from(System.getenv())));
    ReportSource reports =
        new InvokedReports(
            LambdaFunctionCaller.create(),
            config.reportsFunction(),
            () -> secrets.get(config.staffTokenSecret()));
    StaffAccess access = new StaffAccess(() -> secrets.get(config.staffTokenSecret()));
    Evaluation evaluation =
        new Evaluation(
            store,
            new Judge(reports),
            new AlertMessage(config.consoleUrl()),
            SnsPublisher.create(config.topicArn()),
            Clock.systemUTC());
    register(context, new AlertRoutes(store).router(access), evaluation);
  }

  static void register(GenericApplicationContext context, Router router, Evaluation evaluation) {
    context.registerBean(
        "alerts",
        FunctionRegistration.class,
        () ->
            new FunctionRegistration<>(router, "alerts")
                .type(
                    FunctionTypeUtils.functionType(
                        APIGatewayV2HTTPEvent.class, APIGatewayV2HTTPResponse.class)));
    // The schedule's event says nothing but that it is time.
    Function<Map<String, Object>, Evaluation.Summary> scheduled = event -> evaluation.run();
    context.registerBean(
        "evaluation",
        FunctionRegistration.class,
        () ->
            new FunctionRegistration<>(scheduled, "evaluation")
                .type(FunctionTypeUtils.functionType(Map.class, Evaluation.Summary.class)));
  }
}
