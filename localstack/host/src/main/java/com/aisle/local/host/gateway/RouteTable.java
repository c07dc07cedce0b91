package com.aisle.local.host.gateway;

import com.aisle.local.host.endpoint.DeployedApi.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The routes of an API. The most specific match wins: a whole path before a greedy variable before
 * {@code $default}; then more literal segments; then the method before ANY (API Gateway developer
 * guide, "Routing API requests").
 */
final class RouteTable {
  private static final String DEFAULT_KEY = "$default";
  private static final Comparator<Entry> MOST_SPECIFIC_FIRST =
      Comparator.comparing((Entry entry) -> entry.pattern.isGreedy())
          .thenComparingLong(entry -> -entry.pattern.literals())
          .thenComparing(entry -> entry.pattern.method().equals("ANY"));

  private record Entry(Route route, RoutePattern pattern) {}

  /** A route and the values of its path's variables. */
  record Match(Route route, Map<String, String> pathParameters) {}

  private final List<Entry> entries;
  private final Optional<Match> fallback;

  RouteTable(List<Route> routes) {
    entries =
        routes.stream()
            .filter(route -> !route.key().equals(DEFAULT_KEY))
            .map(route -> new Entry(route, RoutePattern.parse(route.key())))
            .sorted(MOST_SPECIFIC_FIRST)
            .toList();
    fallback =
        routes.stream()
            .filter(route -> route.key().equals(DEFAULT_KEY))
            .map(route -> new Match(route, Map.of()))
            .findFirst();
  }

  Optional<Match> match(String method, String rawPath) {
    List<String> path = RoutePattern.segments(rawPath);
    for (Entry entry : entries) {
      Optional<Map<String, String>> variables = entry.pattern.match(method, path);
      if (variables.isPresent()) {
        return Optional.of(new Match(entry.route, variables.get()));
      }
    }
    return fallback;
  }
}
