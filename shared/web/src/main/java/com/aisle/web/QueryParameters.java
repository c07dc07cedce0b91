package com.aisle.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters one by one and collects what is wrong with them, so that a caller learns
 * of all errors at once: read all, then {@link #check()}, then use what was read.
 */
public final class QueryParameters {

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final List<ProblemError> errors = new ArrayList<>();

  private QueryParameters() {}

  /** No parameters at all. */
  public static QueryParameters none() {
    return new QueryParameters();
  }

  static QueryParameters parse(@Nullable String rawQueryString) {
    QueryParameters parameters = new QueryParameters();
    if (rawQueryString != null) {
      Arrays.stream(rawQueryString.split("&")).filter(p -> !p.isEmpty()).forEach(parameters::add);
    }
    return parameters;
  }

  private void add(String pair) {
    int equals = pair.indexOf('=');
    String name = equals < 0 ? pair : pair.substring(0, equals);
    String value = equals < 0 ? "" : pair.substring(equals + 1);
    try {
      String decoded = decode(value);
      values.computeIfAbsent(decode(name), key -> new ArrayList<>()).add(decoded);
    } catch (IllegalArgumentException malformed) {
      reject(ProblemError.inParameter(name, "is not percent-encoded properly"));
    }
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }

  /** A text of at most this many characters, as given; empty when absent. */
  public String text(String name, int maximumLength) {
    String text = only(name);
    if (text == null) {
      return "";
    }
    if (text.length() > maximumLength) {
      String reason =
          "has %d characters, at most %d are read".formatted(text.length(), maximumLength);
      reject(ProblemError.inParameter(name, reason));
      return "";
    }
    return text;
  }

  /** A whole number in this range, bounds included. */
  public int integer(String name, int whenAbsent, int minimum, int maximum) {
    String text = only(name);
    if (text == null) {
      return whenAbsent;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= minimum && number <= maximum) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number out of range.
    }
    String reason = "must be a whole number from %d to %d".formatted(minimum, maximum);
    reject(ProblemError.inParameter(name, reason));
    return whenAbsent;
  }

  /** One of these values, by the word for it. */
  public <T> T choice(String name, T whenAbsent, Map<String, T> choices) {
    String word = only(name);
    if (word == null) {
      return whenAbsent;
    }
    T choice = choices.get(word);
    if (choice == null) {
      String reason = "must be one of " + String.join(", ", choices.keySet());
      reject(ProblemError.inParameter(name, reason));
      return whenAbsent;
    }
    return choice;
  }

  /** The values of a list, parted by commas or given by repeating the parameter. */
  public List<String> list(String name, int maximumSize) {
    known.add(name);
    List<String> items =
        values.getOrDefault(name, List.of()).stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(String::strip)
            .filter(item -> !item.isEmpty())
            .distinct()
            .toList();
    if (items.size() > maximumSize) {
      reject(ProblemError.inParameter(name, "takes at most %d values".formatted(maximumSize)));
    }
    return items;
  }

  /** Adds an error that the caller found in a value. */
  public void reject(ProblemError error) {
    errors.add(error);
  }

  /**
   * Ends the reading.
   *
   * @throws ProblemException 400 when a value was wrong or a parameter is there that was not read
   */
  public void check() {
    values.keySet().stream()
        .filter(name -> !known.contains(name))
        .map(name -> ProblemError.inParameter(name, "is unknown, known are " + known()))
        .forEach(this::reject);
    if (!errors.isEmpty()) {
      throw new ProblemException(Problem.invalid(errors));
    }
  }

  private String known() {
    return known.isEmpty() ? "none" : String.join(", ", known);
  }

  private @Nullable String only(String name) {
    known.add(name);
    List<String> given = values.get(name);
    if (given == null) {
      return null;
    }
    if (given.size() > 1) {
      reject(ProblemError.inParameter(name, "is given %d times".formatted(given.size())));
    }
    return given.getFirst();
  }
}
