package com.aisle.reports;

import com.aisle.catalog.filter.Filter;
import com.aisle.catalog.filter.FilterField;
import com.aisle.catalog.filter.FilterParser;
import com.aisle.catalog.filter.FilterSyntaxException;
import com.aisle.reports.QueryModel.Dimension;
import com.aisle.reports.QueryModel.Measure;
import com.aisle.reports.QueryModel.Source;
import com.aisle.web.Problem;
import com.aisle.web.ProblemError;
import com.aisle.web.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of an ad-hoc query; everything that is wrong is said at once. */
final class QueryReader {

  static final int MAX_MEASURES = 10;
  static final int MAX_DIMENSIONS = 5;
  static final int MAX_SIZE = 10_000;

  private static final int DEFAULT_SIZE = 100;
  private static final int DEFAULT_DAYS = 28;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> KNOWN =
      List.of(
          "measures",
          "dimensions",
          "filters",
          "from",
          "to",
          "timezone",
          "sort",
          "size",
          "page",
          "explain");

  private final QueryModel model = QueryModel.STANDARD;
  private final JsonNode body;
  private final Clock clock;
  private final List<ProblemError> errors = new ArrayList<>();

  /** What was asked. */
  record Asked(AdHocQuery query, ReportRequest request) {}

  private QueryReader(JsonNode body, Clock clock) {
    this.body = body;
    this.clock = clock;
  }

  /**
   * The query that this body states.
   *
   * @param clock in the shop's zone
   * @throws ProblemException 400 with everything that is wrong with it
   */
  static Asked read(byte[] json, Clock clock) {
    JsonNode body;
    try {
      body = JSON.readTree(json);
    } catch (JacksonException e) {
      throw ProblemException.invalid(
          ProblemError.inBody("", "is no JSON: " + e.getOriginalMessage()));
    }
    if (!body.isObject()) {
      throw ProblemException.invalid(ProblemError.inBody("", "must be a JSON object"));
    }
    return new QueryReader(body, clock).read();
  }

  private Asked read() {
    body.propertyNames().stream()
        .filter(name -> !KNOWN.contains(name))
        .forEach(
            name ->
                reject(
                    "",
                    "the property '%s' is unknown, known are %s"
                        .formatted(shown(name), String.join(", ", KNOWN))));
    List<Measure> measures =
        names(
            "measures",
            MAX_MEASURES,
            model::measure,
            known(model.measures().stream().map(Measure::name).toList()));
    List<Dimension> dimensions =
        names(
            "dimensions",
            MAX_DIMENSIONS,
            model::dimension,
            known(model.dimensions().stream().map(Dimension::name).toList()));
    if (measures.isEmpty() && errors.isEmpty()) {
      reject("/measures", "must name at least one measure");
    }
    Set<String> filtered = new LinkedHashSet<>();
    Filter filter = filter(filtered);
    AdHocQuery query = new AdHocQuery(measures, dimensions, filter);
    Range range = range(query);
    checkCombination(query, filtered);
    ReportRequest request =
        new ReportRequest(
            range,
            Granularity.DAY,
            Comparison.NONE,
            Map.of(),
            integer("page", 1, 10_000),
            integer("size", DEFAULT_SIZE, MAX_SIZE),
            sort(query),
            body.path("explain").asBoolean(false),
            Map.of());
    if (!errors.isEmpty()) {
      throw new ProblemException(Problem.invalid(errors));
    }
    return new Asked(query, request);
  }

  private static String known(List<String> names) {
    return "there are " + String.join(", ", names);
  }

  private <T> List<T> names(
      String property, int maximum, Function<String, Optional<T>> named, String known) {
    JsonNode list = body.path(property);
    if (!list.isMissingNode() && !list.isArray()) {
      reject("/" + property, "must be a list of names");
      return List.of();
    }
    if (list.size() > maximum) {
      reject("/" + property, "takes at most %d names".formatted(maximum));
    }
    Set<T> found = new LinkedHashSet<>();
    for (int i = 0; i < Math.min(list.size(), maximum); i++) {
      Optional<T> one =
          list.get(i).isString() ? named.apply(list.get(i).stringValue()) : Optional.empty();
      if (one.isEmpty()) {
        reject("/%s/%d".formatted(property, i), "is unknown, " + known);
      }
      one.ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /** Also notes the dimensions that it names. */
  private Filter filter(Set<String> filtered) {
    List<String> names =
        model.dimensions().stream()
            .filter(dimension -> !QueryModel.isPeriod(dimension))
            .map(Dimension::name)
            .toList();
    FilterParser.Fields fields =
        new FilterParser.Fields(
            name -> {
              filtered.add(name);
              return names.contains(name)
                  ? Optional.of(new FilterField(name, FilterField.Kind.TEXT))
                  : Optional.empty();
            },
            String.join(", ", names));
    try {
      return FilterParser.parse(text("filters"), fields);
    } catch (FilterSyntaxException e) {
      reject(
          "/filters",
          "at position %d: expected %s, found %s".formatted(e.position(), e.expected(), e.found()));
      filtered.clear();
      return Filter.all();
    }
  }

  private void checkCombination(AdHocQuery query, Set<String> filtered) {
    for (Source source : query.sources()) {
      query.dimensions().stream()
          .filter(dimension -> !dimension.sql().containsKey(source))
          .forEach(dimension -> reject("/dimensions", impossible(query, source, dimension.name())));
      filtered.stream()
          .map(model::dimension)
          .flatMap(Optional::stream)
          .filter(dimension -> !dimension.sql().containsKey(source))
          .forEach(dimension -> reject("/filters", impossible(query, source, dimension.name())));
    }
  }

  private static String impossible(AdHocQuery query, Source source, String dimension) {
    String measures =
        query.measures().stream()
            .filter(measure -> measure.source() == source)
            .map(Measure::name)
            .collect(Collectors.joining(", "));
    return "%s is not known of %s; see GET /v1/reports/model".formatted(dimension, measures);
  }

  private Range range(AdHocQuery query) {
    ZoneId zone = zone(query);
    LocalDate to = date("to", LocalDate.now(clock.withZone(zone)));
    LocalDate from = date("from", to.minusDays(DEFAULT_DAYS - 1L));
    Range range = new Range(from, to, zone);
    if (range.days() < 1) {
      reject("/from", "must not be after to, which is " + to);
    } else if (range.days() > RequestReader.MAX_DAYS) {
      reject(
          "/from",
          "to to are %d days, at most %d are answered"
              .formatted(range.days(), RequestReader.MAX_DAYS));
    }
    return range;
  }

  private ZoneId zone(AdHocQuery query) {
    String name = text("timezone");
    if (name.isEmpty()) {
      return clock.getZone();
    }
    if (!RequestReader.isZone(name)) {
      reject("/timezone", "must be a name of the IANA time zone data base, such as Europe/London");
      return clock.getZone();
    }
    ZoneId zone = ZoneId.of(name);
    boolean other = !zone.getRules().equals(clock.getZone().getRules());
    if (other && !query.sources().stream().allMatch(Source::timed)) {
      reject(
          "/timezone",
          "measures of products and searches are counted by days of the shop's zone, which is "
              + clock.getZone());
    }
    return zone;
  }

  private LocalDate date(String property, LocalDate whenAbsent) {
    String text = text(property);
    if (text.isEmpty()) {
      return whenAbsent;
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (RequestReader.isAnswered(date)) {
        return date;
      }
    } catch (DateTimeParseException e) {
      // Reported below, like a date out of range.
    }
    reject("/" + property, "must be a date such as 2026-11-24");
    return whenAbsent;
  }

  private @Nullable Sort sort(AdHocQuery query) {
    String text = text("sort");
    if (text.isEmpty()) {
      return null;
    }
    boolean descending = text.startsWith("-");
    String column = descending ? text.substring(1) : text;
    List<String> names =
        Stream.concat(
                query.dimensions().stream().map(Dimension::name),
                query.measures().stream().map(Measure::name))
            .toList();
    if (!names.contains(column)) {
      reject(
          "/sort",
          "must be one of the measures and dimensions asked for, with - before it for the largest first");
      return null;
    }
    return new Sort(column, descending);
  }

  private int integer(String property, int whenAbsent, int maximum) {
    JsonNode value = body.path(property);
    if (value.isMissingNode()) {
      return whenAbsent;
    }
    if (value.isInt() && value.intValue() >= 1 && value.intValue() <= maximum) {
      return value.intValue();
    }
    reject("/" + property, "must be a whole number from 1 to %d".formatted(maximum));
    return whenAbsent;
  }

  private String text(String property) {
    JsonNode value = body.path(property);
    if (value.isMissingNode()) {
      return "";
    }
    if (!value.isString()) {
      reject("/" + property, "must be text");
      return "";
    }
    return value.stringValue();
  }

  private void reject(String pointer, String reason) {
    errors.add(ProblemError.inBody(pointer, reason));
  }

  private static String shown(String text) {
    return text.length() <= 50 ? text : text.substring(0, 50) + "…";
  }
}
