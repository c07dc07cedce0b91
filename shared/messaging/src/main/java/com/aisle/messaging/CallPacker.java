package com.aisle.messaging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Spreads messages over calls that take ten of them and 256 KB.
 *
 * <p>A call never holds two messages of one group: of two that are under way together the first
 * could be refused and the second taken, and their order would be lost.
 */
final class CallPacker {

  private static final int MAX_MESSAGES = 10;

  private final ToIntFunction<Message> size;
  private final List<List<Message>> calls = new ArrayList<>();
  private final List<Message> current = new ArrayList<>();
  private final Set<String> groups = new HashSet<>();
  private int bytes;

  private CallPacker(ToIntFunction<Message> size) {
    this.size = size;
  }

  static List<List<Message>> pack(List<Message> messages, ToIntFunction<Message> size) {
    CallPacker packer = new CallPacker(size);
    messages.forEach(packer::add);
    packer.endCall();
    return packer.calls;
  }

  private void add(Message message) {
    int messageBytes = size.applyAsInt(message);
    boolean full = current.size() == MAX_MESSAGES || bytes + messageBytes > Message.MAX_BYTES;
    boolean sameGroup = message.group() != null && groups.contains(message.group());
    if (full || sameGroup) {
      endCall();
    }
    current.add(message);
    bytes += messageBytes;
    if (message.group() != null) {
      groups.add(message.group());
    }
  }

  private void endCall() {
    if (!current.isEmpty()) {
      calls.add(List.copyOf(current));
    }
    current.clear();
    groups.clear();
    bytes = 0;
  }
}
