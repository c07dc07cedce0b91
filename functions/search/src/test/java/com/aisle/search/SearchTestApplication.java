package com.aisle.search;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The function as it is deployed, but for the stores and models. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class SearchTestApplication
    implements ApplicationContextInitializer<GenericApplicationContext> {

  /** Set by the test before the function starts. */
  static @Nullable Shop shop;

  @Override
  public void initialize(GenericApplicationContext context) {
    SearchApplication.register(context, Objects.requireNonNull(shop).wiring());
  }
}
