package com.aisle.rollups;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The function as it is deployed, but for the address of the warehouse. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class RollupsTestApplication
    implements ApplicationContextInitializer<GenericApplicationContext> {

  /** Set by the test before the function starts. */
  static @Nullable TestWarehouse shop;

  @Override
  public void initialize(GenericApplicationContext context) {
    RollupsApplication.register(
        context,
        Objects.requireNonNull(shop).warehouse,
        new RollupsConfig(Duration.ofSeconds(40), Duration.ofSeconds(60)));
  }
}
