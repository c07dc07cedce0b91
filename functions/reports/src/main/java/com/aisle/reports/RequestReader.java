package com.aisle.reports;

import com.aisle.web.ProblemError;
import com.aisle.web.QueryParameters;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of a report; everything that is wrong is said at once. */
final class RequestReader {

  static final int MAX_SIZE = 10_000;
  static final int MAX_DAYS = 800;
  static final int MAX_DAYS_BY_HOUR = 62;

  private static final int MAX_PAGE = 100_000;
  private static final int MAX_VALUES = 20;
  private static final int MAX_WORD = 100;
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

  private final Report report;
  private final QueryParameters parameters;
  private final Clock clock;

  private RequestReader(Report report, QueryParameters parameters, Clock clock) {
    this.report = report;
    this.parameters = parameters;
    this.clock = clock;
  }

  /**
   * The request that these parameters state.
   *
   * @param clock in the shop's zone
   * @throws com.aisle.web.ProblemException 400 with everything that is wrong with them
   */
  static ReportRequest read(Report report, QueryParameters parameters, Clock clock) {
    return new RequestReader(report, parameters, clock).read();
  }

  private ReportRequest read() {
    Granularity granularity =
        parameters.choice(
            "granularity", Granularity.DAY, words(Granularity.values(), Granularity::word));
    Range range = range(granularity);
    Comparison comparison =
        parameters.choice("compare", Comparison.NONE, words(Comparison.values(), Comparison::word));
    if (comparison != Comparison.NONE && !report.comparable()) {
      reject("compare", "the report %s has no earlier range".formatted(report.name()));
    }
    Map<Segment, List<String>> segments = segments();
    int size = parameters.integer("size", report.defaultSize(), 1, MAX_SIZE);
    int page = parameters.integer("page", 1, 1, MAX_PAGE);
    boolean explain =
        parameters.choice("explain", false, words(new Boolean[] {false, true}, String::valueOf));
    ReportRequest request =
        new ReportRequest(
            range, granularity, comparison, segments, page, size, null, explain, own());
    request = request.withSort(sort(request));
    parameters.check();
    report.check(request);
    return request;
  }

  private Range range(Granularity granularity) {
    ZoneId zone = zone();
    if (report.shopDaysOnly() && !zone.getRules().equals(clock.getZone().getRules())) {
      reject(
          "timezone",
          "the report %s counts by days of the shop's zone, which is %s"
              .formatted(report.name(), clock.getZone()));
    }
    LocalDate to = date("to", LocalDate.now(clock.withZone(zone)));
    LocalDate from = date("from", to.minusDays(report.defaultDays() - 1L));
    Range range = new Range(from, to, zone);
    int maximum = granularity == Granularity.HOUR ? MAX_DAYS_BY_HOUR : MAX_DAYS;
    if (range.days() < 1) {
      reject("from", "must not be after to, which is " + to);
    } else if (range.days() > maximum) {
      String by = granularity == Granularity.HOUR ? " by hour" : "";
      reject(
          "from",
          "to to are %d days, at most %d are answered%s".formatted(range.days(), maximum, by));
    }
    return range;
  }

  /** Whether the warehouse knows it too: only names of the IANA data base. */
  static boolean isZone(String name) {
    return ZoneId.getAvailableZoneIds().contains(name) && !name.startsWith("SystemV/");
  }

  /** Whether reports can be about this day; the warehouse's calendar is shorter than Java's. */
  static boolean isAnswered(LocalDate date) {
    return !date.isBefore(EARLIEST) && date.isBefore(LATEST);
  }

  private ZoneId zone() {
    String name = parameters.text("timezone", MAX_WORD);
    if (name.isEmpty()) {
      return clock.getZone();
    }
    if (isZone(name)) {
      return ZoneId.of(name);
    }
    reject("timezone", "must be a name of the IANA time zone data base, such as Europe/London");
    return clock.getZone();
  }

  private LocalDate date(String name, LocalDate whenAbsent) {
    String text = parameters.text(name, MAX_WORD);
    if (text.isEmpty()) {
      return whenAbsent;
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (isAnswered(date)) {
        return date;
      }
    } catch (DateTimeParseException e) {
      // Reported below, like a date out of range.
    }
    reject(name, "must be a date such as 2026-11-24");
    return whenAbsent;
  }

  private Map<Segment, List<String>> segments() {
    Map<Segment, List<String>> segments = new EnumMap<>(Segment.class);
    for (Segment segment : Segment.values()) {
      List<String> values = parameters.list(segment.word(), MAX_VALUES);
      if (values.stream().anyMatch(value -> value.length() > MAX_WORD)) {
        reject(segment.word(), "a value has more than %d characters".formatted(MAX_WORD));
      }
      if (!values.isEmpty() && !report.segments().contains(segment)) {
        reject(segment.word(), "the report %s cannot be narrowed by it".formatted(report.name()));
      }
      if (!values.isEmpty()) {
        segments.put(segment, values);
      }
    }
    return segments;
  }

  private Map<String, Object> own() {
    Map<String, Object> own = new LinkedHashMap<>();
    report.parameters().forEach(parameter -> own.put(parameter.name(), parameter.read(parameters)));
    return own;
  }

  private @Nullable Sort sort(ReportRequest request) {
    String text = parameters.text("sort", MAX_WORD);
    if (text.isEmpty()) {
      return null;
    }
    boolean descending = text.startsWith("-");
    String column = descending ? text.substring(1) : text;
    List<String> names = report.columns(request).stream().map(Column::name).toList();
    if (!names.contains(column)) {
      reject(
          "sort",
          "must be one of %s, with - before it for the largest first"
              .formatted(String.join(", ", names)));
      return null;
    }
    return new Sort(column, descending);
  }

  private void reject(String parameter, String reason) {
    parameters.reject(ProblemError.inParameter(parameter, reason));
  }

  private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
    Map<String, T> words = new LinkedHashMap<>();
    Arrays.stream(values).forEach(value -> words.put(word.apply(value), value));
    return words;
  }
}
