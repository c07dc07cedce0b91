package com.aisle.catalogfunction;

import com.aisle.messaging.testing.RecordingFailedMessages;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The function as it is deployed, but for the stores. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class CatalogTestApplication
    implements ApplicationContextInitializer<GenericApplicationContext> {

  /** Set by the test before the function starts. */
  static @Nullable Catalog catalog;

  static final RecordingFailedMessages FAILED = new RecordingFailedMessages();

  @Override
  public void initialize(GenericApplicationContext context) {
    Catalog shop = Objects.requireNonNull(catalog);
    CatalogApplication.register(context, shop.session(Map.of()), FAILED);
  }
}
