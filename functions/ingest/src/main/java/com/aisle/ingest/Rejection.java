package com.aisle.ingest;

import com.aisle.events.Pseudonyms;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something that was refused and is kept.
 *
 * @param source the kind of message that it came with
 * @param payload what came, as JSON that holds pseudonyms only
 * @param person pseudonym, by which it can be erased; 0 when it is not known
 */
record Rejection(
    String source,
    String reason,
    String payload,
    String eventId,
    long person,
    long client,
    long user) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Of a row that has the wrong form or that the warehouse does not take. */
  static Rejection of(Table table, String row, String reason) {
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
