package com.aisle.imports;

import com.aisle.messaging.Message;
import com.aisle.messaging.Publisher;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Passes order events on to the warehouse, several in a message. */
final class OrderChunks implements Chunks<String> {

  /** Of the body of a message. */
  static final int MAX_BYTES = 200_000;

  /** Of one order event, with room for what is around it. */
  static final int MAX_DOCUMENT_BYTES = MAX_BYTES - 100;

  private static final String START = "{\"schema\":1,\"kind\":\"orders\",\"orders\":[";
  private static final String END = "]}";

  private final Publisher warehouse;
  private final StringBuilder documents = new StringBuilder();
  private int bytes;

  OrderChunks(Publisher warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  public void add(String document) {
    int size = document.getBytes(StandardCharsets.UTF_8).length + ",".length();
    if (START.length() + bytes + size + END.length() > MAX_BYTES) {
      send();
    }
    documents.append(documents.isEmpty() ? "" : ",").append(document);
    bytes += size;
  }

  @Override
  public void send() {
    if (!documents.isEmpty()) {
      warehouse.publish(List.of(Message.of(START + documents + END)));
      documents.setLength(0);
      bytes = 0;
    }
  }
}
