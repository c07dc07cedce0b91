package com.aisle.local.host.gateway;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a route's authorizer says of a request. */
sealed interface Authorization {
  /** The route has no authorizer. */
  record Open() implements Authorization {}

  /**
   * The token is good.
   *
   * @param claims of the token
   * @param scopes of the token
   */
  record Granted(JsonNode claims, List<String> scopes) implements Authorization {}

  /** There is no good token. */
  record Unauthorized() implements Authorization {}

  /** The token lacks a scope that the route wants. */
  record Forbidden() implements Authorization {}

  /** Adds what the function is told. */
  default void describe(ObjectNode context) {
    if (this instanceof Granted granted) {
      ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
      ObjectNode claims = jwt.putObject("claims");
      for (Map.Entry<String, JsonNode> claim : granted.claims.properties()) {
        claims.put(claim.getKey(), text(claim.getValue()));
      }
      granted.scopes.forEach(jwt.putArray("scopes")::add);
    }
  }

  /** API Gateway hands each claim over as text; a list as its items in brackets. */
  private static String text(JsonNode claim) {
    if (claim.isArray()) {
      return "[" + String.join(" ", claim.valueStream().map(Authorization::text).toList()) + "]";
    }
    return claim.isString() ? claim.asString() : claim.toString();
  }
}
