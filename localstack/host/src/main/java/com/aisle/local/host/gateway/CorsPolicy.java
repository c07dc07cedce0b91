package com.aisle.local.host.gateway;

import com.aisle.local.host.endpoint.DeployedApi.Cors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an API answers to pages of other origins (API Gateway developer guide, "Configure CORS for
 * HTTP APIs").
 */
final class CorsPolicy {
  private static final String PREFIX = "access-control-";

  private final @Nullable Cors cors;

  CorsPolicy(@Nullable Cors cors) {
    this.cors = cors;
  }

  /**
   * The answer to a preflight request; empty when the request is none, or the API says nothing of
   * CORS.
   */
  Optional<GatewayResponse> preflight(GatewayRequest request) {
    boolean asked =
        !request.header("origin").isEmpty()
            && !request.header("access-control-request-method").isEmpty();
    if (cors == null || !asked || !request.method().equals("OPTIONS")) {
      return Optional.empty();
    }
    Map<String, List<String>> headers = common(cors, request.header("origin"));
    if (!headers.isEmpty()) {
      put(headers, "allow-methods", cors.methods());
      put(headers, "allow-headers", cors.headers());
      if (cors.maxAgeSeconds() != null) {
        put(headers, "max-age", List.of(cors.maxAgeSeconds().toString()));
      }
    }
    return Optional.of(new GatewayResponse(204, headers, new byte[0]));
  }

  /** Adds the headers of an answer. Those of the function give way to the API's, as AWS has it. */
  void decorate(GatewayRequest request, GatewayResponse response) {
    if (cors != null) {
      response.headers().keySet().removeIf(name -> name.startsWith(PREFIX));
      response.headers().putAll(common(cors, request.header("origin")));
    }
  }

  private static Map<String, List<String>> common(Cors cors, String origin) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    if (origin.isEmpty()) {
      return headers;
    }
    boolean any = cors.origins().contains("*") && !cors.credentials();
    if (!any && cors.origins().stream().noneMatch(allowed -> allows(allowed, origin))) {
      return headers;
    }
    put(headers, "allow-origin", List.of(any ? "*" : origin));
    if (cors.credentials()) {
      put(headers, "allow-credentials", List.of("true"));
    }
    put(headers, "expose-headers", cors.exposedHeaders());
    headers.put("vary", List.of("Origin"));
    return headers;
  }

  /** An entry is an origin, {@code *}, or {@code https://*}. */
  private static boolean allows(String allowed, String origin) {
    return allowed.endsWith("*")
        ? origin.startsWith(allowed.substring(0, allowed.length() - 1))
        : origin.equalsIgnoreCase(allowed);
  }

  private static void put(Map<String, List<String>> headers, String name, List<String> values) {
    if (!values.isEmpty()) {
      headers.put(PREFIX + name, List.of(String.join(",", values)));
    }
  }
}
