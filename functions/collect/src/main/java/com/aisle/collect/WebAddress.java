package com.aisle.collect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of addresses that are kept; what pages send is not always a proper URI. */
final class WebAddress {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?:https?:)?//(?:[^/?#@]*@)?(?<host>[^/?#:@]+)(?::[0-9]*)?)?(?<path>[^?#]*)(?:\\?(?<query>[^#]*))?(?:#.*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final String SOURCE = "utm_source=";

  private WebAddress() {}

  /** Its host in lower case without {@code www.}; empty when it has none. */
  static String host(String address) {
    String host = part(address, "host").toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring("www.".length()) : host;
  }

  /** Its path alone. */
  static String path(String address) {
    return part(address, "path");
  }

  /** Its parameter {@code utm_source}, empty when it has none. */
  static String campaignSource(String address) {
    return Arrays.stream(part(address, "query").split("&"))
        .filter(parameter -> parameter.startsWith(SOURCE))
        .map(parameter -> decode(parameter.substring(SOURCE.length())))
        .findFirst()
        .orElse("");
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return encoded;
    }
  }

  private static String part(String address, String name) {
    Matcher matcher = FORM.matcher(address.strip());
    String part = matcher.matches() ? matcher.group(name) : null;
    return part == null ? "" : part;
  }
}
