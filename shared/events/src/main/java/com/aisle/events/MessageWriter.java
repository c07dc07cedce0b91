package com.aisle.events;

import com.aisle.events.BehaviourMessage.Kind;
import java.util.ArrayList;
import java.util.List;

/** Packs rows into messages. */
final class MessageWriter {

  private final String start;
  private final int frame;
  private final List<String> bodies = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private int size;

  MessageWriter(Kind kind) {
    this.start = BehaviourMessage.start(kind);
    this.frame = BehaviourMessage.bytes(start) + 2;
  }

  void add(String row) {
    int bytes = BehaviourMessage.bytes(row) + 1;
    if (frame + bytes > BehaviourMessage.MAX_BYTES) {
      throw new IllegalArgumentException(
          "a row of %d bytes, a message holds %d".formatted(bytes, BehaviourMessage.MAX_BYTES));
    }
    if (frame + size + bytes > BehaviourMessage.MAX_BYTES) {
      end();
    }
    current.append(current.isEmpty() ? "" : ",").append(row);
    size += bytes;
  }

  List<String> finish() {
    end();
    return bodies;
  }

  private void end() {
    if (!current.isEmpty()) {
      bodies.add(start + current + "]}");
    }
    current.setLength(0);
    size = 0;
  }
}
