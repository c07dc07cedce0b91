package com.aisle.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Something that was refused and is kept, so that it can be sent again once the reason is gone.
 *
 * @param source the kind of message that it came with
 * @param payload what came, with pseudonyms in the place of ids
 * @param eventId as far as it has one, else empty
 * @param person pseudonym, by which it can be erased; 0 when it is not known
 * @param client pseudonym, or 0
 * @param user pseudonym, or 0
 */
public record Rejection(
    String source,
    String reason,
    String payload,
    String eventId,
    long person,
    long client,
    long user) {

  private static final int ID_BYTES = 16;

  /** The same for the same thing: refused again on the same day it is the same row. */
  public String id() {
    try {
      byte[] text = (source + payload).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Its row of table {@code rejected_events}. */
  public Row row(ShopCalendar calendar, Instant now) {
    return new Row()
        .day("day", calendar.day(now))
        .time("rejected_at", now)
        .text("rejection_id", id())
        .text("source", source)
        .text("reason", reason)
        .text("event_id", eventId)
        .pseudonym("person", person)
        .pseudonym("client", client)
        .pseudonym("user", user)
        .text("payload", payload);
  }
}
