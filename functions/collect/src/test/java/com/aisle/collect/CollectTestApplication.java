package com.aisle.collect;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The function as it is deployed, but for topic, queue, secret and time. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class CollectTestApplication
    implements ApplicationContextInitializer<GenericApplicationContext> {

  static final Collection COLLECTION = new Collection();

  @Override
  public void initialize(GenericApplicationContext context) {
    CollectApplication.register(context, COLLECTION.service);
  }
}
