package com.aisle.ingest;

import com.aisle.events.Pseudonyms;
import com.aisle.events.Rejection;
import com.aisle.events.ShopCalendar;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes rows of what was refused. */
final class RejectedRows {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ShopCalendar calendar;
  private final Clock clock;

  RejectedRows(ShopCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  RawRow row(Rejection rejection) {
    Instant now = clock.instant();
    byte[] json = rejection.row(calendar, now).json().getBytes(StandardCharsets.UTF_8);
    return RawRow.of(Table.REJECTED_EVENTS, rejection.id(), calendar.day(now).toString(), json);
  }

  /** Of a row that has the wrong form or that the warehouse does not take. */
  static Rejection rejection(Table table, String row, String reason) {
    JsonNode fields = parse(row);
    return new Rejection(
        table.kind(),
        reason,
        row,
        fields.path(table.idColumns().getFirst()).asString(""),
        pseudonym(fields, "person"),
        pseudonym(fields, "client"),
        pseudonym(fields, "user"));
  }

  private static JsonNode parse(String row) {
    try {
      return JSON.readTree(row);
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }

  private static long pseudonym(JsonNode fields, String name) {
    try {
      return Long.parseUnsignedLong(fields.path(name).asString("0"));
    } catch (NumberFormatException e) {
      return Pseudonyms.NOBODY;
    }
  }
}
