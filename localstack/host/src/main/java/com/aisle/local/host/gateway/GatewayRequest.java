package com.aisle.local.host.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request as it came in. */
final class GatewayRequest {
  private final String method;
  private final String rawPath;
  private final String rawQuery;
  private final Map<String, List<String>> headers = new TreeMap<>();
  private final String clientAddress;
  private final byte[] body;

  /**
   * A request.
   *
   * @param rawPath not decoded
   * @param rawQuery not decoded, empty when there is none
   * @param headers in any case
   */
  GatewayRequest(
      String method,
      String rawPath,
      String rawQuery,
      Map<String, List<String>> headers,
      String clientAddress,
      byte[] body) {
    this.method = method;
    this.rawPath = rawPath;
    this.rawQuery = rawQuery;
    headers.forEach(
        (name, values) -> this.headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    this.clientAddress = clientAddress;
    this.body = body;
  }

  String method() {
    return method;
  }

  String rawPath() {
    return rawPath;
  }

  String rawQuery() {
    return rawQuery;
  }

  /** By name in lower case. */
  Map<String, List<String>> headers() {
    return headers;
  }

  /** The values of a header, joined; empty when it is not there. */
  String header(String lowerCaseName) {
    return String.join(",", headers.getOrDefault(lowerCaseName, List.of()));
  }

  String clientAddress() {
    return clientAddress;
  }

  byte[] body() {
    return body;
  }
}
