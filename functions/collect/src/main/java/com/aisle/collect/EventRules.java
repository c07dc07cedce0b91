package com.aisle.collect;

import com.aisle.events.DocumentSchema;
import com.aisle.events.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What an event must be to be counted: its schema, and a time that can be true. */
final class EventRules {

  private static final Duration FASTEST_CLOCK = Duration.ofDays(1);
  private static final int MAX_ATTRIBUTES = 4_000;

  private final Duration oldest;

  EventRules(Duration oldest) {
    this.oldest = oldest;
  }

  /** What is wrong with it, empty when nothing is. */
  List<Violation> violations(JsonNode event, Instant now) {
    List<Violation> violations = DocumentSchema.EVENT.violations(event);
    if (!violations.isEmpty()) {
      return violations;
    }
    Instant time = time(event);
    if (time.isAfter(now.plus(FASTEST_CLOCK))) {
      return List.of(new Violation("/timestamp", "lies more than a day ahead"));
    }
    if (time.isBefore(now.minus(oldest))) {
      String reason = "lies more than %d days back".formatted(oldest.toDays());
      return List.of(new Violation("/timestamp", reason));
    }
    if (event.path("event_attributes").toString().length() > MAX_ATTRIBUTES) {
      String reason = "takes more than %d characters as JSON".formatted(MAX_ATTRIBUTES);
      return List.of(new Violation("/event_attributes", reason));
    }
    return List.of();
  }

  /** When a good event happened. */
  static Instant time(JsonNode event) {
    return OffsetDateTime.parse(event.path("timestamp").stringValue()).toInstant();
  }
}
