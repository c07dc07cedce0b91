package com.aisle.benchmarks.analytics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * A report and the parameters it is asked with.
 *
 * @param parameters of the query string
 */
record ReportQuestion(String report, Map<String, List<String>> parameters) {
  private static final int USUAL_DAYS = 28;
  private static final int MOST_SHIFT = 60;
  private static final List<String> DEVICES = List.of("desktop", "mobile", "tablet");
  private static final List<String> COUNTRIES = List.of("GB", "DE", "FR", "IE", "HK", "TW", "US");

  /** The range that is asked for. */
  enum Span {
    /** As the console asks first: 28 days compared with the 28 before. */
    MONTH("28 days and the 28 before"),
    YEAR("365 days");

    private final String title;

    Span(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  LocalDate from() {
    return LocalDate.parse(parameters.getOrDefault("from", List.of()).getFirst());
  }

  LocalDate to() {
    return LocalDate.parse(parameters.getOrDefault("to", List.of()).getFirst());
  }

  /**
   * One of many that look alike. Every second one of a month reaches up to the last day, which is
   * not rolled up; every second one is about a segment where the report has segments.
   *
   * @param number of the question, from 0
   */
  static ReportQuestion any(
      String report, Span span, boolean segments, int number, RandomGenerator random) {
    Map<String, List<String>> parameters = new TreeMap<>();
    LocalDate to =
        number % 2 == 0
            ? ShopYear.LAST_DAY
            : ShopYear.LAST_DAY.minusDays(random.nextInt(1, MOST_SHIFT));
    if (span == Span.MONTH) {
      // A day or two more or less: no two questions are the same.
      LocalDate from = to.minusDays(USUAL_DAYS - 1L + random.nextInt(-2, 3));
      put(parameters, from, to);
      parameters.put("compare", List.of("previous"));
    } else {
      put(parameters, ShopYear.FIRST_DAY.plusDays(random.nextInt(7)), ShopYear.LAST_DAY);
    }
    if (segments && number % 4 == 1) {
      parameters.put("device", List.of(any(DEVICES, random)));
    } else if (segments && number % 4 == 3) {
      parameters.put("country", List.of(any(COUNTRIES, random)));
    }
    return new ReportQuestion(report, parameters);
  }

  /** The same without a parameter. */
  ReportQuestion without(String parameter) {
    Map<String, List<String>> fewer = new TreeMap<>(parameters);
    fewer.remove(parameter);
    return new ReportQuestion(report, fewer);
  }

  private static void put(Map<String, List<String>> parameters, LocalDate from, LocalDate to) {
    parameters.put("from", List.of(from.toString()));
    parameters.put("to", List.of(to.toString()));
  }

  private static String any(List<String> values, RandomGenerator random) {
    return values.get(random.nextInt(values.size()));
  }
}
