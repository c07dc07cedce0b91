package com.aisle.reports;

import com.aisle.web.ProblemError;
import com.aisle.web.QueryParameters;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A parameter that one report has beyond the common ones; always with a default. */
sealed interface ReportParameter {

  /** As the query string has it. */
  String name();

  /** For people. */
  String description();

  /** What it takes, for people. */
  String takes();

  /** The value, or the default when there is none or a wrong one, which is rejected there. */
  Object read(QueryParameters parameters);

  /** One of these words; the first is the default. */
  record Choice(String name, String description, List<String> choices) implements ReportParameter {

    @Override
    public String takes() {
      return "%s; default %s".formatted(String.join(", ", choices), choices.getFirst());
    }

    @Override
    public Object read(QueryParameters parameters) {
      Map<String, String> words = new LinkedHashMap<>();
      choices.forEach(choice -> words.put(choice, choice));
      return parameters.choice(name, choices.getFirst(), words);
    }
  }

  /** Any text; empty is the default. */
  record Text(String name, String description, int maximumLength) implements ReportParameter {

    @Override
    public String takes() {
      return "text of at most %d characters".formatted(maximumLength);
    }

    @Override
    public Object read(QueryParameters parameters) {
      return parameters.text(name, maximumLength).strip();
    }
  }

  record WholeNumber(String name, String description, int whenAbsent, int minimum, int maximum)
      implements ReportParameter {

    @Override
    public String takes() {
      return "%d to %d; default %d".formatted(minimum, maximum, whenAbsent);
    }

    @Override
    public Object read(QueryParameters parameters) {
      return parameters.integer(name, whenAbsent, minimum, maximum);
    }
  }

  /** A duration of ISO 8601, such as {@code P7D} or {@code PT30M}. */
  record Span(
      String name, String description, Duration whenAbsent, Duration minimum, Duration maximum)
      implements ReportParameter {

    private static final int MAXIMUM_LENGTH = 40;

    @Override
    public String takes() {
      return "a duration from %s to %s; default %s"
          .formatted(shown(minimum), shown(maximum), shown(whenAbsent));
    }

    @Override
    public Object read(QueryParameters parameters) {
      String text = parameters.text(name, MAXIMUM_LENGTH);
      if (text.isEmpty()) {
        return whenAbsent;
      }
      try {
        Duration given = Duration.parse(text);
        if (given.compareTo(minimum) >= 0 && given.compareTo(maximum) <= 0) {
          return given;
        }
      } catch (DateTimeParseException | ArithmeticException e) {
        // Reported below, like a duration out of range.
      }
      String reason =
          "must be a duration of ISO 8601 from %s to %s, such as %s"
              .formatted(shown(minimum), shown(maximum), shown(whenAbsent));
      parameters.reject(ProblemError.inParameter(name, reason));
      return whenAbsent;
    }

    private static String shown(Duration duration) {
      boolean wholeDays = duration.equals(Duration.ofDays(duration.toDays()));
      return wholeDays ? "P%dD".formatted(duration.toDays()) : duration.toString();
    }
  }

  /** Words parted by commas, in their order, repetitions dropped. */
  record Words(
      String name,
      String description,
      List<String> whenAbsent,
      int minimum,
      int maximum,
      List<String> choices)
      implements ReportParameter {

    @Override
    public String takes() {
      return "%d to %d of %s, parted by commas; default %s"
          .formatted(minimum, maximum, String.join(", ", choices), String.join(",", whenAbsent));
    }

    @Override
    public Object read(QueryParameters parameters) {
      List<String> words = parameters.list(name, maximum);
      if (words.isEmpty()) {
        return whenAbsent;
      }
      words.stream()
          .filter(word -> !choices.contains(word))
          .map(word -> "'%s' is none of %s".formatted(word, String.join(", ", choices)))
          .forEach(reason -> parameters.reject(ProblemError.inParameter(name, reason)));
      if (words.size() < minimum) {
        String reason = "takes at least %d values".formatted(minimum);
        parameters.reject(ProblemError.inParameter(name, reason));
      }
      return words.stream().filter(choices::contains).toList();
    }
  }
}
