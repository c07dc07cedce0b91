package com.aisle.reports;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The function as it is deployed, but for the stores. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class ReportsTestApplication
    implements ApplicationContextInitializer<GenericApplicationContext> {

  /** Set by the test before the function starts. */
  static @Nullable Shop shop;

  @Override
  public void initialize(GenericApplicationContext context) {
    ReportsApplication.register(context, Objects.requireNonNull(shop).function);
  }
}
