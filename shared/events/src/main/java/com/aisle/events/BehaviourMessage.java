package com.aisle.events;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows, or documents that become rows, on their way to the warehouse: {@code
 * {"schema":1,"kind":"events","events": [ROW, …]}}. A row is an object whose names are the table's
 * columns, see {@link Row}.
 *
 * @param rows each the JSON text of one object, as it stood in the message
 */
public record BehaviourMessage(Kind kind, List<String> rows) {

  /** The greatest size of a message's body as UTF-8 text, in bytes. */
  public static final int MAX_BYTES = 200_000;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  static final int VERSION = 1;

  /** What the rows are about. */
  public enum Kind {
    EVENTS("events"),
    SEARCHES("searches"),
    RECOMMENDATIONS("recommendations"),
    PRODUCTS("products"),
    REJECTED("rejected_events"),
    /** Documents as the shop wrote them, each of which makes rows of several tables. */
    ORDERS("orders");

    private final String table;

    Kind(String table) {
      this.table = table;
    }

    /** The table that the rows go into; of documents the first one. */
    public String table() {
      return table;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Kind of(String word) {
      for (Kind kind : values()) {
        if (kind.word().equals(word)) {
          return kind;
        }
      }
      return null;
    }
  }

  public BehaviourMessage {
    rows = List.copyOf(rows);
  }

  /**
   * The bodies of as few messages as hold these rows, in order.
   *
   * @throws IllegalArgumentException when one row alone is too large for a message
   */
  public static List<String> write(Kind kind, List<Row> rows) {
    MessageWriter writer = new MessageWriter(kind);
    rows.forEach(row -> writer.add(row.json()));
    return writer.finish();
  }

  /** This as the body of one message. */
  public String body() {
    return start(kind) + String.join(",", rows) + "]}";
  }

  static String start(Kind kind) {
    return "{\"schema\":%d,\"kind\":\"%s\",\"%s\":[".formatted(VERSION, kind.word(), kind.word());
  }

  /**
   * Whether this may be such a message, and not, say, an event of a bus. Looks at the beginning
   * only.
   */
  public static boolean seemsOne(String body) {
    String start = body.substring(0, Math.min(body.length(), 100));
    return start.contains("\"schema\"") && start.contains("\"kind\"");
  }

  /**
   * Reads a body. The rows are cut out of it as they are, without a tree in between, so that
   * hundreds of thousands a second can pass.
   *
   * @throws MalformedMessageException when it is none
   */
  public static BehaviourMessage read(String body) {
    try (JsonParser parser = JSON.createParser(body)) {
      return new MessageReader(body, parser).read();
    } catch (JacksonException e) {
      throw new MalformedMessageException("is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
