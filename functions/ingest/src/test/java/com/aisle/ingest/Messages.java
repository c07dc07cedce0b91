package com.aisle.ingest;

import com.aisle.events.BehaviourMessage;
import com.aisle.events.BehaviourMessage.Kind;
import com.aisle.events.Pseudonyms;
import com.aisle.events.Row;
import com.aisle.messaging.QueuedMessage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** What other parts of Aisle and the shop send to the queue. */
final class Messages {

  static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  static final Pseudonyms PSEUDONYMS = new Pseudonyms("a key of the tests");

  static final String ORDER =
      """
      {"order_id":"o1","placed_at":"2026-11-25T11:00:00Z","user_id":"anna","client_id":"b1",
       "country":"GB","currency":"GBP","lines":[
        {"product":"p1","quantity":2,"unit_price":"2.55"},
        {"product":"p2","quantity":1,"unit_price":"0.1000"}]}""";

  static final String REFUND =
      """
      {"order_id":"o1","refund_id":"r1","refunded_at":"2026-11-26T11:00:00Z",
       "placed_at":"2026-11-25T11:00:00Z","user_id":"anna","currency":"GBP",
       "lines":[{"product":"p1","quantity":1,"unit_price":"2.55"}]}""";

  private Messages() {}

  static QueuedMessage message(String id, String body) {
    return new QueuedMessage(id, body, null);
  }

  static Row event(String id, String action, Instant time) {
    return new Row()
        .day("day", LocalDate.ofInstant(time, ZoneOffset.UTC))
        .time("time", time)
        .text("action", action)
        .text("event_id", id)
        .pseudonym("person", PSEUDONYMS.client("b1"))
        .pseudonym("client", PSEUDONYMS.client("b1"))
        .text("product", "p1")
        .time("received_at", time);
  }

  static Row event(String id) {
    return event(id, "product_view", NOON).decimal("amount", new BigDecimal("12.50"));
  }

  static String body(Kind kind, Row... rows) {
    return BehaviourMessage.write(kind, List.of(rows)).getFirst();
  }

  static String events(String... ids) {
    return body(Kind.EVENTS, Stream.of(ids).map(Messages::event).toArray(Row[]::new));
  }

  /** As EventBridge puts it into the queue. */
  static String envelope(String type, String detail) {
    return """
        {"version":"0","id":"e-1","detail-type":"%s","source":"shop.orders","account":"1",
         "time":"2026-11-25T11:00:00Z","region":"eu-central-1","resources":[],"detail":%s}"""
        .formatted(type, detail);
  }
}
