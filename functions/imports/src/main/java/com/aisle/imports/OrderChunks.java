package com.aisle.imports;

import com.aisle.events.BehaviourMessage;
import com.aisle.events.BehaviourMessage.Kind;
import com.aisle.messaging.Message;
import com.aisle.messaging.Publisher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Passes order events on to the warehouse, several in a message. */
final class OrderChunks implements Chunks<String> {

  private static final int FRAME_BYTES =
      new BehaviourMessage(Kind.ORDERS, List.of()).body().length();

  /** Of one order event, so that it fits into a message. */
  static final int MAX_DOCUMENT_BYTES = BehaviourMessage.MAX_BYTES - FRAME_BYTES - 1;

  private final Publisher warehouse;
  private final List<String> documents = new ArrayList<>();
  private int bytes;

  OrderChunks(Publisher warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  public void add(String document) {
    int size = document.getBytes(StandardCharsets.UTF_8).length + ",".length();
    if (FRAME_BYTES + bytes + size > BehaviourMessage.MAX_BYTES) {
      send();
    }
    documents.add(document);
    bytes += size;
  }

  @Override
  public void send() {
    if (!documents.isEmpty()) {
      String body = new BehaviourMessage(Kind.ORDERS, documents).body();
      warehouse.publish(List.of(Message.of(body)));
      documents.clear();
      bytes = 0;
    }
  }
}
