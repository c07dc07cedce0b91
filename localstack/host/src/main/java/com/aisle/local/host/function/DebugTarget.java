package com.aisle.local.host.function;

import java.util.Locale;

/**
 * A function that a debugger may attach to.
 *
 * @param function a part of its name, upper and lower case alike
 * @param port of 127.0.0.1
 */
public record DebugTarget(String function, int port) {
  private static final int USUAL_PORT = 5005;

  /**
   * Reads {@code Search} or {@code Search=5006}.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static DebugTarget parse(String text) {
    String[] parts = text.split("=", -1);
    try {
      if (parts.length <= 2 && !parts[0].isBlank()) {
        return new DebugTarget(
            parts[0].strip(), parts.length == 1 ? USUAL_PORT : Integer.parseInt(parts[1].strip()));
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(message(text), e);
    }
    throw new IllegalArgumentException(message(text));
  }

  private static String message(String text) {
    return "expected FUNCTION or FUNCTION=PORT, such as Search=5005, but got '" + text + "'";
  }

  boolean matches(String name) {
    return name.toLowerCase(Locale.ROOT).contains(function.toLowerCase(Locale.ROOT));
  }
}
