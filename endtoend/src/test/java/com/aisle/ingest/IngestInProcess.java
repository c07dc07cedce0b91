package com.aisle.ingest;

import com.aisle.events.Pseudonyms;
import com.aisle.messaging.QueuedMessage;
import com.aisle.messaging.testing.RecordingFailedMessages;
import com.aisle.warehouse.Warehouse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The ingest function inside the test's process, on a warehouse that is given. */
public final class IngestInProcess {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "AISLE_WAREHOUSE_QUEUE_URL", "none",
          "AISLE_WAREHOUSE_DEAD_LETTERS_URL", "none",
          "AISLE_PSEUDONYM_KEY_SECRET", "none",
          "AISLE_CLICKHOUSE_URL", "http://127.0.0.1:1");

  private final RecordingFailedMessages failed = new RecordingFailedMessages();
  private final IngestService service;

  public IngestInProcess(Warehouse warehouse) {
    Pseudonyms pseudonyms = new Pseudonyms("a key that only this test knows");
    service =
        new Ports(
                warehouse,
                failed,
                () -> pseudonyms,
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString())
            .service(IngestConfig.from(SETTINGS));
  }

  /** Handles the bodies of messages as one batch; returns why any of them were not taken. */
  public List<String> handle(List<String> bodies) {
    List<QueuedMessage> messages = new ArrayList<>();
    for (String body : bodies) {
      messages.add(new QueuedMessage(UUID.randomUUID().toString(), body, null));
    }
    List<String> reasons = new ArrayList<>(service.handle(messages));
    reasons.addAll(failed.reasons().values());
    return reasons;
  }
}
