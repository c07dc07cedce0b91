package com.aisle.local.host.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The method and path of a route key such as {@code GET /v1/products/{id}} or {@code ANY
 * /files/{path+}}.
 *
 * @param method ANY for each
 */
record RoutePattern(String method, List<String> segments) {
  static RoutePattern parse(String routeKey) {
    String[] parts = routeKey.split(" ", 2);
    return new RoutePattern(parts[0], segments(parts.length == 1 ? "/" : parts[1]));
  }

  /** The segments of a path; a slash at its end is a difference, as it is to AWS. */
  static List<String> segments(String path) {
    String withoutFirst = path.startsWith("/") ? path.substring(1) : path;
    return List.of(withoutFirst.split("/", -1));
  }

  boolean isGreedy() {
    return segments.getLast().endsWith("+}");
  }

  long literals() {
    return segments.stream().filter(segment -> !isVariable(segment)).count();
  }

  /** The path's variables, decoded; empty when it does not match. */
  Optional<Map<String, String>> match(String requestMethod, List<String> path) {
    boolean fits = isGreedy() ? path.size() >= segments.size() : path.size() == segments.size();
    if (!fits || !(method.equals("ANY") || method.equals(requestMethod))) {
      return Optional.empty();
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      boolean rest = isGreedy() && i == segments.size() - 1;
      String value = rest ? String.join("/", path.subList(i, path.size())) : path.get(i);
      if (!isVariable(segment)) {
        if (!segment.equals(value)) {
          return Optional.empty();
        }
      } else if (value.isEmpty()) {
        return Optional.empty();
      } else {
        variables.put(
            segment.substring(1, segment.length() - (rest ? 2 : 1)), Percent.decodePath(value));
      }
    }
    return Optional.of(variables);
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }
}
