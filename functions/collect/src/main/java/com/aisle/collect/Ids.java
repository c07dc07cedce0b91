package com.aisle.collect;

import com.aisle.events.Pseudonyms;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Who an event is about, as pseudonyms; all 0 without consent. */
record Ids(long client, long user, long session) {

  static final Ids NOBODY = new Ids(0, 0, 0);

  /** The fields of an event that name people. */
  static final List<String> FIELDS = List.of("client_id", "user_id", "session_id");

  /** As far as they can be read from an event, which need not be a good one. */
  static Ids of(JsonNode event, Pseudonyms pseudonyms) {
    if (!consents(event)) {
      return NOBODY;
    }
    return new Ids(
        pseudonyms.client(event.path("client_id").asString("")),
        pseudonyms.user(event.path("user_id").asString("")),
        pseudonyms.session(event.path("session_id").asString("")));
  }

  /** Whether the shopper agreed to be recognised; what is neither true nor absent is a no. */
  static boolean consents(JsonNode event) {
    JsonNode consent = event.path("consent");
    return consent.isMissingNode() || consent.asBoolean(false);
  }

  /** The ids themselves, as the event holds them, those that would not give a pseudonym too. */
  static List<String> raw(JsonNode event) {
    List<String> raw = new ArrayList<>();
    for (String field : FIELDS) {
      String id = event.path(field).asString("");
      if (!id.isEmpty()) {
        raw.add(id);
      }
    }
    return raw;
  }

  long person() {
    return Pseudonyms.person(user, client);
  }
}
