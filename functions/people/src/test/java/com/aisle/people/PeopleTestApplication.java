package com.aisle.people;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The function as it is deployed, but for where its stores are. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class PeopleTestApplication
    implements ApplicationContextInitializer<GenericApplicationContext> {

  /** Set by the test before the function starts. */
  static @Nullable PeopleFunction function;

  @Override
  public void initialize(GenericApplicationContext context) {
    PeopleApplication.register(
        context, Objects.requireNonNull(function), new SnapshotHooks(() -> {}));
  }
}
