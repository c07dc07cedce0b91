package com.aisle.ingest;

import com.aisle.messaging.RejectedMessageException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the two kinds of messages of the queue: {@code {"schema":1,"kind":K,K:[…]}}, and what the
 * shop's bus says about an order. Rows are cut out of the message without being taken apart.
 */
final class MessageReader {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SCHEMA = 1;
  private static final String ORDERS = "orders";

  private final RowReader rows = new RowReader();
  private final OrderContents orders;

  MessageReader(OrderContents orders) {
    this.orders = orders;
  }

  /**
   * Reads the body of a message.
   *
   * @throws RejectedMessageException when it is none of this queue
   */
  Contents read(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try (JsonParser parser = JSON.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new RejectedMessageException("the message is no JSON object");
      }
      return read(parser, bytes);
    } catch (JacksonException e) {
      throw new RejectedMessageException("the message is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private Contents read(JsonParser parser, byte[] body) {
    Contents contents = new Contents();
    String kind = "";
    String found = "";
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      switch (name) {
        case "schema" -> requireKnownSchema(parser);
        case "kind" -> kind = parser.getValueAsString("");
        case "detail-type" -> {
          return envelope(JSON.readTree(body));
        }
        default -> found = readArray(name, parser, body, contents) ? name : found;
      }
    }
    if (kind.isEmpty() || !kind.equals(found)) {
      throw new RejectedMessageException(
          "the message has no rows of its kind '%s' but of '%s'".formatted(kind, found));
    }
    return contents;
  }

  private boolean readArray(String name, JsonParser parser, byte[] body, Contents contents) {
    Table table = Table.ofKind(name);
    boolean isArray = parser.currentToken() == JsonToken.START_ARRAY;
    if (isArray && table != null) {
      rows.readArray(parser, table, body, contents);
      return true;
    }
    if (isArray && name.equals(ORDERS)) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        JsonNode document = parser.readValueAsTree();
        orders.read(document.path("type").asString(""), document, contents);
      }
      return true;
    }
    parser.skipChildren();
    return false;
  }

  private Contents envelope(JsonNode event) {
    String type = event.path("detail-type").asString("");
    if (!orders.knows(type)) {
      throw new RejectedMessageException("the bus tells of '%s', not of an order".formatted(type));
    }
    Contents contents = new Contents();
    orders.read(type, event.path("detail"), contents);
    return contents;
  }

  private static void requireKnownSchema(JsonParser parser) {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT || parser.getIntValue() != SCHEMA) {
      throw new RejectedMessageException(
          "the message has schema %s, known is %d".formatted(parser.getValueAsString(), SCHEMA));
    }
  }
}
