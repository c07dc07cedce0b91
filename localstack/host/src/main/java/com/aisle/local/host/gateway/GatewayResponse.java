package com.aisle.local.host.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer to the client. */
final class GatewayResponse {
  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  /**
   * An answer.
   *
   * @param headers by name in lower case
   */
  GatewayResponse(int status, Map<String, List<String>> headers, byte[] body) {
    this.status = status;
    this.headers = new LinkedHashMap<>(headers);
    this.body = body;
  }

  /** An answer of API Gateway itself, such as {@code {"message":"Not Found"}}. */
  static GatewayResponse message(int status, String message) {
    String json = "{\"message\":\"" + message + "\"}";
    return new GatewayResponse(
        status, Map.of("content-type", List.of("application/json")), json.getBytes(UTF_8));
  }

  int status() {
    return status;
  }

  Map<String, List<String>> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }
}
