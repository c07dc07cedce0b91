package com.aisle.ingest;

import com.aisle.events.Row;
import com.aisle.events.ShopCalendar;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;

/** Makes rows of what was refused. */
final class RejectedRows {

  private static final int ID_BYTES = 16;

  private final ShopCalendar calendar;
  private final Clock clock;

  RejectedRows(ShopCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  RawRow row(Rejection rejection) {
    Instant now = clock.instant();
    String id = id(rejection);
    String day = calendar.day(now).toString();
    Row row =
        new Row()
            .day("day", calendar.day(now))
            .time("rejected_at", now)
            .text("rejection_id", id)
            .text("source", rejection.source())
            .text("reason", rejection.reason())
            .text("event_id", rejection.eventId())
            .pseudonym("person", rejection.person())
            .pseudonym("client", rejection.client())
            .pseudonym("user", rejection.user())
            .text("payload", rejection.payload());
    byte[] json = row.json().getBytes(StandardCharsets.UTF_8);
    return RawRow.of(Table.REJECTED_EVENTS, id, day, json);
  }

  /** What is refused again, because its message came again, is kept once a day. */
  private static String id(Rejection rejection) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(rejection.source().getBytes(StandardCharsets.UTF_8));
      byte[] hash = digest.digest(rejection.payload().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
