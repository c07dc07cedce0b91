package com.aisle.ingest;

import com.aisle.events.Pseudonyms;
import com.aisle.messaging.BatchProcessor;
import com.aisle.messaging.FailedMessages;
import com.aisle.warehouse.Warehouse;
import java.time.Clock;
import java.util.function.Supplier;

/** What the function reaches outside. */
record Ports(
    Warehouse warehouse,
    FailedMessages failedMessages,
    Supplier<Pseudonyms> pseudonyms,
    Clock clock,
    Supplier<String> ids) {

  IngestService service(IngestConfig config) {
    WarehouseWriter writer =
        new WarehouseWriter(
            new BlockWriter(warehouse),
            new TouchedDays(warehouse, clock, ids),
            new RejectedRows(config.calendar(), clock),
            config.mostRows());
    return new IngestService(
        reader(config), writer, new BatchProcessor(failedMessages, config.longestDelay()));
  }

  MessageReader reader(IngestConfig config) {
    return new MessageReader(new OrderContents(new OrderRows(config.calendar(), pseudonyms)));
  }
}
