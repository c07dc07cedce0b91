package com.aisle.rollups;

import com.aisle.secrets.SecretsManagerSecrets;
import com.aisle.warehouse.ClickHouseWarehouse;
import com.aisle.warehouse.Warehouse;
import com.aisle.warehouse.WarehouseConfig;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.FunctionalSpringApplication;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Registers the one function of this module, without component scanning. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class RollupsApplication
    implements ApplicationContextInitializer<GenericApplicationContext> {

  public static void main(String[] args) {
    FunctionalSpringApplication.run(RollupsApplication.class, args);
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    RollupsConfig config = RollupsConfig.from(System.getenv());
    WarehouseConfig warehouse =
        WarehouseConfig.from(System.getenv()).withInsertTime(config.statementTime());
    SecretsManagerSecrets secrets = SecretsManagerSecrets.create();
    register(
        context,
        ClickHouseWarehouse.connect(warehouse, () -> secrets.get(warehouse.passwordSecret())),
        config);
  }

  static void register(
      GenericApplicationContext context, Warehouse warehouse, RollupsConfig config) {
    RollupsService service =
        new RollupsService(
            warehouse,
            config,
            Clock.systemUTC(),
            () -> UUID.randomUUID().toString().replace("-", ""));
    context.registerBean(
        "rollups",
        FunctionRegistration.class,
        () ->
            new FunctionRegistration<>(new RollupsHandler(service), "rollups")
                .type(FunctionTypeUtils.functionType(String.class, Map.class)));
  }
}
