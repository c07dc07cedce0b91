package com.aisle.local.host.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of a query string. */
final class QueryString {
  private QueryString() {}

  /**
   * Decoded; the values of a name that comes several times are joined by commas, as payload format
   * 2.0 has them.
   */
  static Map<String, String> parse(String rawQuery) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (rawQuery.isEmpty()) {
      return parameters;
    }
    for (String pair : rawQuery.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        String value = parts.length == 1 ? "" : Percent.decodeQuery(parts[1]);
        parameters.merge(Percent.decodeQuery(parts[0]), value, (first, next) -> first + "," + next);
      }
    }
    return parameters;
  }
}
