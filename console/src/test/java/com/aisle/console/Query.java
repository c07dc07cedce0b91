package com.aisle.console;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a request. */
record Query(Map<String, List<String>> values) {
  static Query of(URI uri) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    String raw = uri.getRawQuery();
    if (raw != null) {
      for (String pair : raw.split("&")) {
        String[] parts = pair.split("=", 2);
        values
            .computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
            .add(parts.length == 1 ? "" : decode(parts[1]));
      }
    }
    return new Query(values);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  String one(String name) {
    return all(name).isEmpty() ? "" : all(name).getFirst();
  }
}
