package com.aisle.local.host.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;

/**
 * Percent-encoding in addresses. The HTTP server refuses malformed sequences before they come here.
 */
final class Percent {
  private Percent() {}

  /** Decodes a part of a path, in which a plus is a plus. */
  static String decodePath(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
  }

  /** Decodes a part of a query, in which a plus is a space. */
  static String decodeQuery(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
