package com.aisle.collect;

import com.aisle.events.Row;
import com.aisle.events.ShopCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A good event as a row of table {@code events}. */
final class EventRow {

  private static final Set<String> COUNTING =
      Set.of("add_to_cart", "remove_from_cart", "purchase", "refund");
  private static final int MAX_PATH = 500;

  private final ShopCalendar calendar;

  EventRow(ShopCalendar calendar) {
    this.calendar = calendar;
  }

  Row of(JsonNode event, Ids ids, Caller caller, Instant receivedAt) {
    Instant time = EventRules.time(event);
    Scrubbing scrubbing = new Scrubbing(Ids.raw(event));
    Row row =
        new Row()
            .day("day", calendar.day(time))
            .time("time", time)
            .text("action", text(event, "action_name"))
            .text("event_id", text(event, "event_id"))
            .text("product", product(event))
            .text("recommendation_kind", text(event, "recommendation_kind"))
            .number("position", position(event))
            .text("page", page(event, scrubbing))
            .text("source", source(event, caller))
            .text("device", caller.device().word())
            .text("country", caller.country())
            .text("locale", text(event, "locale"))
            .time("received_at", receivedAt);
    addMoney(event, row);
    if (Ids.consents(event)) {
      addWhatLinks(event, ids, caller, scrubbing, row);
    }
    return row;
  }

  private static void addMoney(JsonNode event, Row row) {
    long quantity =
        event.path("quantity").asLong(COUNTING.contains(text(event, "action_name")) ? 1 : 0);
    BigDecimal price = new BigDecimal(event.at("/price/amount").asString("0"));
    row.number("quantity", quantity)
        .decimal("amount", price.multiply(BigDecimal.valueOf(Math.max(quantity, 1))))
        .text("currency", event.at("/price/currency").asString(""));
  }

  /** By which the event could be joined with others of the same person. */
  private static void addWhatLinks(
      JsonNode event, Ids ids, Caller caller, Scrubbing scrubbing, Row row) {
    row.pseudonym("person", ids.person())
        .pseudonym("client", ids.client())
        .pseudonym("user", ids.user())
        .pseudonym("session", ids.session())
        .text("query_id", text(event, "query_id"))
        .text("recommendation_id", text(event, "recommendation_id"))
        .text("order_id", text(event, "order_id"))
        .text("network", caller.network())
        .text("attributes", attributes(event, scrubbing));
  }

  private static String product(JsonNode event) {
    return event
        .path("object_id")
        .asString(event.at("/event_attributes/object/object_id").asString(""));
  }

  private static long position(JsonNode event) {
    return event.path("position").asLong(event.at("/event_attributes/position/ordinal").asLong(0));
  }

  private static String page(JsonNode event, Scrubbing scrubbing) {
    String path = scrubbing.text(WebAddress.path(text(event, "page")));
    return path.substring(0, Math.min(path.length(), MAX_PATH));
  }

  private static String source(JsonNode event, Caller caller) {
    String page = text(event, "page");
    String campaign =
        text(event, "source").isBlank() ? WebAddress.campaignSource(page) : text(event, "source");
    if (!campaign.isBlank()) {
      return campaign.strip().toLowerCase(Locale.ROOT);
    }
    String host = WebAddress.host(text(event, "referrer"));
    boolean own = host.equals(WebAddress.host(page)) || host.equals(caller.host());
    return own ? "" : host;
  }

  private static String attributes(JsonNode event, Scrubbing scrubbing) {
    if (!(scrubbing.value(event.path("event_attributes")) instanceof ObjectNode attributes)) {
      return "";
    }
    // These two have columns of their own.
    removeInside(attributes, "object", "object_id");
    removeInside(attributes, "position", "ordinal");
    return attributes.isEmpty() ? "" : attributes.toString();
  }

  private static void removeInside(ObjectNode attributes, String name, String member) {
    if (attributes.get(name) instanceof ObjectNode object) {
      object.remove(member);
      if (object.isEmpty()) {
        attributes.remove(name);
      }
    }
  }

  private static String text(JsonNode event, String field) {
    return event.path(field).asString("");
  }
}
