package com.aisle.collect;

import com.aisle.events.Pseudonyms;
import com.aisle.events.Rejection;
import com.aisle.events.Row;
import com.aisle.events.ShopCalendar;
import com.aisle.events.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A refused event as a row of table {@code rejected_events}. Its payload is the event with
 * references to pseudonyms in the place of ids, so that it can be sent again once the reason is
 * gone, and erased. Fields that no event has are left out: nobody knows what they hold.
 */
final class RejectedRow {

  private static final String SOURCE = "events";
  private static final int MAX_PAYLOAD = 20_000;
  private static final int MAX_REASON = 1_000;
  private static final int MAX_EVENT_ID = 64;

  private static final Set<String> KEPT =
      Set.of(
          "event_id",
          "action_name",
          "timestamp",
          "query_id",
          "recommendation_id",
          "recommendation_kind",
          "object_id",
          "position",
          "order_id",
          "quantity",
          "price",
          "page",
          "referrer",
          "source",
          "locale",
          "consent",
          "event_attributes");

  private static final Set<String> LINKS =
      Set.of("query_id", "recommendation_id", "order_id", "event_attributes");

  private final ShopCalendar calendar;

  RejectedRow(ShopCalendar calendar) {
    this.calendar = calendar;
  }

  Row of(JsonNode event, Ids ids, List<Violation> violations, Instant now) {
    Scrubbing scrubbing = new Scrubbing(Ids.raw(event));
    String payload = payload(event, ids, scrubbing);
    String reason = violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
    Rejection rejection =
        new Rejection(
            SOURCE,
            cut(scrubbing.text(reason), MAX_REASON),
            payload,
            cut(scrubbing.text(event.path("event_id").asString("")), MAX_EVENT_ID),
            ids.person(),
            ids.client(),
            ids.user());
    return rejection.row(calendar, now);
  }

  private static String payload(JsonNode event, Ids ids, Scrubbing scrubbing) {
    if (!event.isObject()) {
      return "(no object but %s)".formatted(event.getNodeType().name().toLowerCase(Locale.ROOT));
    }
    boolean consents = Ids.consents(event);
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : event.properties()) {
      String name = member.getKey();
      if (KEPT.contains(name) && (consents || !LINKS.contains(name))) {
        kept.set(name, scrubbing.value(value(name, member.getValue())));
      }
    }
    putReference(kept, "client_id", ids.client());
    putReference(kept, "user_id", ids.user());
    putReference(kept, "session_id", ids.session());
    String payload = kept.toString();
    return payload.length() <= MAX_PAYLOAD
        ? payload
        : "(too long to be kept: %d characters)".formatted(payload.length());
  }

  /** Addresses without what a form may have written into their queries. */
  private static JsonNode value(String name, JsonNode value) {
    if (!value.isString()) {
      return value;
    }
    return switch (name) {
      case "page" -> JsonNodeFactory.instance.stringNode(WebAddress.path(value.stringValue()));
      case "referrer" ->
          JsonNodeFactory.instance.stringNode("//" + WebAddress.host(value.stringValue()));
      default -> value;
    };
  }

  private static void putReference(ObjectNode event, String field, long pseudonym) {
    if (pseudonym != Pseudonyms.NOBODY) {
      event.put(field, Pseudonyms.reference(pseudonym));
    }
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }
}
