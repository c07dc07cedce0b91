package com.aisle.collect;

import com.aisle.events.BehaviourMessage;
import com.aisle.events.BehaviourMessage.Kind;
import com.aisle.events.Pseudonyms;
import com.aisle.events.Row;
import com.aisle.events.ShopCalendar;
import com.aisle.events.Violation;
import com.aisle.messaging.Message;
import com.aisle.messaging.Publisher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Judges events and hands them on. */
final class CollectService {

  private final Publisher behaviour;
  private final Publisher warehouse;
  private final Supplier<Pseudonyms> pseudonyms;
  private final Clock clock;
  private final EventRules rules;
  private final EventRow eventRow;
  private final RejectedRow rejectedRow;

  /**
   * @param behaviour the way to whoever wants to know what shoppers do
   * @param warehouse the way to the table of refused events
   */
  CollectService(
      Publisher behaviour,
      Publisher warehouse,
      Supplier<Pseudonyms> pseudonyms,
      Clock clock,
      Duration oldestEvent,
      ShopCalendar calendar) {
    this.behaviour = behaviour;
    this.warehouse = warehouse;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
    this.rules = new EventRules(oldestEvent);
    this.eventRow = new EventRow(calendar);
    this.rejectedRow = new RejectedRow(calendar);
  }

  /**
   * Returns once every event is held, the refused ones with their reasons.
   *
   * @return a verdict for each event, in their order
   * @throws com.aisle.messaging.PublishException when some could not be handed on; to send all of
   *     them again does no harm
   */
  List<Verdict> collect(List<JsonNode> events, Caller caller) {
    Instant now = clock.instant();
    Pseudonyms known = pseudonyms.get();
    List<Verdict> verdicts = new ArrayList<>();
    List<Row> good = new ArrayList<>();
    List<Row> bad = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (JsonNode event : events) {
      List<Violation> violations = rules.violations(event, now);
      String id = id(event);
      verdicts.add(new Verdict(id, violations));
      if (!violations.isEmpty()) {
        bad.add(rejectedRow.of(event, Ids.of(event, known), violations, now));
      } else if (id != null && taken.add(id)) {
        good.add(eventRow.of(event, Ids.of(event, known), caller, now));
      }
    }
    publish(behaviour, Kind.EVENTS, good);
    publish(warehouse, Kind.REJECTED, bad);
    return verdicts;
  }

  private static void publish(Publisher publisher, Kind kind, List<Row> rows) {
    if (!rows.isEmpty()) {
      publisher.publish(BehaviourMessage.write(kind, rows).stream().map(Message::of).toList());
    }
  }

  private static @Nullable String id(JsonNode event) {
    JsonNode id = event.path("event_id");
    return id.isString() ? id.stringValue() : null;
  }
}
