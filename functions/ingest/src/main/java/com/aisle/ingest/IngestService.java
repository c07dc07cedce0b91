package com.aisle.ingest;

import com.aisle.events.Rejection;
import com.aisle.messaging.BatchProcessor;
import com.aisle.messaging.QueuedMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a batch of messages into the warehouse.
 *
 * <p>What can be understood but not be right (an amount that is none, a column that there is not)
 * is kept in the table rejected_events with its reason and can be replayed. A message that cannot
 * be understood at all is a dead letter. All others come again until the warehouse has them.
 */
final class IngestService {

  private static final Logger LOGGER = LoggerFactory.getLogger(IngestService.class);

  private final MessageReader reader;
  private final WarehouseWriter writer;
  private final BatchProcessor failed;

  IngestService(MessageReader reader, WarehouseWriter writer, BatchProcessor failed) {
    this.reader = reader;
    this.writer = writer;
    this.failed = failed;
  }

  /** Does the work and returns the ids of the messages that must come again. */
  List<String> handle(List<QueuedMessage> messages) {
    Map<QueuedMessage, RuntimeException> failures = new LinkedHashMap<>();
    List<QueuedMessage> readable = new ArrayList<>();
    Contents all = new Contents();
    for (QueuedMessage message : messages) {
      try {
        all.addAll(reader.read(message.body()));
        readable.add(message);
      } catch (RuntimeException e) {
        failures.put(message, e);
      }
    }
    try {
      write(all, readable.size());
    } catch (RuntimeException e) {
      readable.forEach(message -> failures.put(message, e));
    }
    return failed.settle(failures);
  }

  private void write(Contents contents, int messages) {
    long start = System.nanoTime();
    List<Rejection> rejections = writer.write(contents);
    LOGGER.info(
        "{} messages: {} rows, {} rejected, {} ms",
        messages,
        contents.rows().size(),
        rejections.size(),
        (System.nanoTime() - start) / 1_000_000);
    rejections.forEach(
        rejection -> LOGGER.warn("{} rejected: {}", rejection.eventId(), rejection.reason()));
  }
}
