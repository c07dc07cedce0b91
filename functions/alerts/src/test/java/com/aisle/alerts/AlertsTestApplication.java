package com.aisle.alerts;

import com.aisle.web.StaffAccess;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The functions as they are deployed, but for what lies outside. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class AlertsTestApplication
    implements ApplicationContextInitializer<GenericApplicationContext> {

  static final Scene SCENE = new Scene();

  @Override
  public void initialize(GenericApplicationContext context) {
    AlertsApplication.register(
        context,
        new AlertRoutes(SCENE.store).router(new StaffAccess(() -> "TOKEN")),
        SCENE.evaluation());
  }
}
