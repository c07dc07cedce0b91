package com.aisle.ingest;

import com.aisle.messaging.testing.RecordingFailedMessages;
import com.aisle.warehouse.testing.FakeWarehouse;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The application with fakes of what is outside. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class IngestWithFakes implements ApplicationContextInitializer<GenericApplicationContext> {

  static final FakeWarehouse WAREHOUSE = new FakeWarehouse();
  static final RecordingFailedMessages FAILED = new RecordingFailedMessages();

  @Override
  public void initialize(GenericApplicationContext context) {
    Ports ports =
        new Ports(
            WAREHOUSE,
            FAILED,
            () -> Messages.PSEUDONYMS,
            Clock.systemUTC(),
            () -> UUID.randomUUID().toString());
    IngestApplication.register(context, IngestConfigTest.config(), ports, () -> {});
  }
}
