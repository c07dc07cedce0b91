package com.aisle.events;

import com.aisle.events.BehaviourMessage.Kind;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one message, token by token. */
record MessageReader(String body, JsonParser parser) {

  BehaviourMessage read() {
    expect(JsonToken.START_OBJECT, "an object");
    field("schema");
    expect(JsonToken.VALUE_NUMBER_INT, "a version");
    if (parser.getIntValue() != BehaviourMessage.VERSION) {
      throw new MalformedMessageException(
          "has version %d, known is %d".formatted(parser.getIntValue(), BehaviourMessage.VERSION));
    }
    field("kind");
    expect(JsonToken.VALUE_STRING, "a kind");
    Kind kind = Kind.of(parser.getString());
    if (kind == null) {
      throw new MalformedMessageException(
          "has the unknown kind '%s'".formatted(parser.getString()));
    }
    field(kind.word());
    List<String> rows = rows();
    expect(JsonToken.END_OBJECT, "nothing after the rows");
    return new BehaviourMessage(kind, rows);
  }

  private List<String> rows() {
    expect(JsonToken.START_ARRAY, "an array of rows");
    List<String> rows = new ArrayList<>();
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      int from = (int) parser.currentTokenLocation().getCharOffset();
      parser.skipChildren();
      rows.add(body.substring(from, (int) parser.currentLocation().getCharOffset()));
    }
    if (parser.currentToken() != JsonToken.END_ARRAY) {
      throw new MalformedMessageException("has a row %d that is no object".formatted(rows.size()));
    }
    return rows;
  }

  private void field(String name) {
    expect(JsonToken.PROPERTY_NAME, "the field " + name);
    if (!name.equals(parser.currentName())) {
      throw new MalformedMessageException(
          "has the field %s where %s belongs".formatted(parser.currentName(), name));
    }
  }

  private void expect(JsonToken token, String what) {
    JsonToken found = parser.nextToken();
    if (found != token) {
      throw new MalformedMessageException("has %s where %s belongs".formatted(found, what));
    }
  }
}
