package com.aisle.reports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as its JSON has it: text, numbers, null, lists and maps, so that it can be kept as JSON
 * and given again.
 *
 * @param fields in the order of the answer
 * @param closed whether it is about days only that are over and rolled up
 */
record ReportAnswer(Map<String, @Nullable Object> fields, boolean closed) {

  ReportAnswer {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  ReportAnswer with(String field, @Nullable Object value) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
    more.put(field, value);
    return new ReportAnswer(more, closed);
  }

  String text(String field) {
    return String.valueOf(fields.get(field));
  }

  /** When it was made. */
  String asOf() {
    return fields.get("freshness") instanceof Map<?, ?> freshness
        ? String.valueOf(freshness.get("asOf"))
        : "";
  }

  List<String> columnNames() {
    return list("columns").stream()
        .map(column -> String.valueOf(((Map<?, ?>) column).get("name")))
        .toList();
  }

  List<List<?>> rows() {
    return list("rows").stream().<List<?>>map(row -> (List<?>) row).toList();
  }

  private List<?> list(String field) {
    return fields.get(field) instanceof List<?> list ? list : List.of();
  }
}
