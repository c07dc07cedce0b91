package com.aisle.ingest;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Finds where rows begin and end, what their ids and days are, and whether they have only columns
 * that there are. Everything else about their values the warehouse knows best. Not thread-safe.
 */
final class RowReader {

  private static final int MOST_DAYS_REMEMBERED = 1000;

  private final Map<String, Boolean> days = new HashMap<>();

  /** Reads the array that the parser stands at the beginning of. */
  void readArray(JsonParser parser, Table table, byte[] body, Contents contents) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int from = (int) parser.currentTokenLocation().getByteOffset();
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        readRow(parser, table, body, from, contents);
      } else {
        parser.skipChildren();
        // The end of a text is not looked for before somebody asks.
        parser.finishToken();
        reject(table, text(body, from, end(parser)), "is no object", contents);
      }
    }
  }

  private void readRow(JsonParser parser, Table table, byte[] body, int from, Contents contents) {
    String[] ids = new String[table.idColumns().size()];
    String day = "";
    String mistake = null;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      int id = table.idColumns().indexOf(name);
      if (id >= 0) {
        ids[id] = value.isScalarValue() ? parser.getString() : "";
      } else if (name.equals("day")) {
        day = parser.getValueAsString("");
      } else if (!table.columns().contains(name)) {
        mistake = "has the unknown column " + name;
      }
      parser.skipChildren();
    }
    int to = end(parser);
    mistake = mistake == null ? mistake(table, ids, day) : mistake;
    if (mistake == null) {
      String id = ids.length == 1 ? ids[0] : String.join("\n", ids);
      contents.rows().add(new RawRow(table, id, day, body, from, to));
    } else {
      reject(table, text(body, from, to), mistake, contents);
    }
  }

  private @Nullable String mistake(Table table, @Nullable String[] ids, String day) {
    for (int i = 0; i < ids.length; i++) {
      String id = ids[i];
      if (id == null || id.isEmpty()) {
        return "has no " + table.idColumns().get(i);
      }
    }
    if (table.hasDay() && !isDay(day)) {
      return "has no day but '%s'".formatted(day);
    }
    return null;
  }

  /** Most rows of a batch are of a few days. */
  private boolean isDay(String day) {
    if (days.size() > MOST_DAYS_REMEMBERED) {
      days.clear();
    }
    return days.computeIfAbsent(day, RowReader::parses);
  }

  private static boolean parses(String day) {
    try {
      return LocalDate.parse(day).toString().equals(day);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static void reject(Table table, String row, String mistake, Contents contents) {
    contents.rejections().add(RejectedRows.rejection(table, row, "the row " + mistake));
  }

  private static int end(JsonParser parser) {
    return (int) parser.currentLocation().getByteOffset();
  }

  private static String text(byte[] body, int from, int to) {
    return new String(body, from, to - from, StandardCharsets.UTF_8);
  }
}
