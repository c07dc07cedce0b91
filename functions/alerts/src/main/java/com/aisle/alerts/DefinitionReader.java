package com.aisle.alerts;

import com.aisle.alerts.AlertDefinition.Quiet;
import com.aisle.web.Problem;
import com.aisle.web.ProblemError;
import com.aisle.web.ProblemException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a definition and says everything that is wrong with it. */
final class DefinitionReader {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final String NAME = "[a-z][a-z0-9_]{0,39}";
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "report",
          "parameters",
          "measure",
          "per",
          "row",
          "condition",
          "minimum",
          "minimumOf",
          "days",
          "until",
          "timezone",
          "quiet",
          "repeatAfter");

  private final List<ProblemError> errors = new ArrayList<>();

  private DefinitionReader() {}

  /**
   * The definition that this JSON states.
   *
   * @throws ProblemException 400 with all errors
   */
  static AlertDefinition read(byte[] json) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JacksonException e) {
      throw ProblemException.invalid(
          ProblemError.inBody("", "is no JSON: " + e.getOriginalMessage()));
    }
    if (!root.isObject()) {
      throw ProblemException.invalid(ProblemError.inBody("", "must be an object"));
    }
    DefinitionReader reader = new DefinitionReader();
    AlertDefinition definition = reader.definition(root);
    if (!reader.errors.isEmpty()) {
      throw new ProblemException(Problem.invalid(reader.errors));
    }
    return definition;
  }

  private AlertDefinition definition(JsonNode root) {
    onlyKnown(root, "", FIELDS);
    String measure = text(root, "measure", NAME, "");
    Condition condition = condition(root.path("condition"));
    ZoneId zone = zone(root, "", "timezone");
    // A day that is not over always looks smaller than a whole one.
    String until = condition instanceof Condition.Change ? "yesterday" : "today";
    return new AlertDefinition(
        text(root, "name", "(?s).{1,200}", ""),
        text(root, "report", NAME, ""),
        texts(root, "parameters", Set.of("from", "to", "timezone", "format", "explain")),
        measure,
        root.has("per") ? text(root, "per", NAME, "") : null,
        texts(root, "row", Set.of()),
        condition,
        root.has("minimum") ? number(root, "", "minimum", true) : null,
        text(root, "minimumOf", NAME, measure),
        days(root),
        text(root, "until", "today|yesterday", until).equals("today"),
        zone,
        root.has("quiet") ? quiet(root.path("quiet"), zone) : null,
        root.has("repeatAfter") ? repeatAfter(root) : null);
  }

  private void error(String pointer, String reason) {
    errors.add(ProblemError.inBody(pointer, reason));
  }

  private void onlyKnown(JsonNode object, String pointer, Set<String> known) {
    for (String field : object.propertyNames()) {
      if (!known.contains(field)) {
        error(pointer + "/" + field, "is unknown; known are " + known.stream().sorted().toList());
      }
    }
  }

  private String text(JsonNode root, String field, String pattern, String whenAbsent) {
    JsonNode node = root.path(field);
    if (node.isMissingNode() && !whenAbsent.isEmpty()) {
      return whenAbsent;
    }
    if (!node.isString() || !node.asString().matches(pattern)) {
      error("/" + field, "must be text like " + pattern);
      return "";
    }
    return node.asString();
  }

  private Map<String, String> texts(JsonNode root, String field, Set<String> forbidden) {
    Map<String, String> texts = new LinkedHashMap<>();
    JsonNode node = root.path(field);
    if (!node.isMissingNode() && !node.isObject()) {
      error("/" + field, "must be an object");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String pointer = "/" + field + "/" + entry.getKey();
      if (forbidden.contains(entry.getKey())) {
        error(pointer, "is set by the alert itself");
      } else if (!entry.getValue().isString() && !entry.getValue().isNumber()) {
        error(pointer, "must be text or a number");
      }
      texts.put(entry.getKey(), entry.getValue().asString(""));
    }
    return texts;
  }

  private Condition condition(JsonNode condition) {
    onlyKnown(condition, "/condition", Set.of("above", "below", "change"));
    if (condition.size() != 1) {
      error("/condition", "must hold exactly one of above, below and change");
      return new Condition.Above(BigDecimal.ZERO);
    }
    if (condition.has("above")) {
      return new Condition.Above(number(condition, "/condition", "above", false));
    }
    if (condition.has("below")) {
      return new Condition.Below(number(condition, "/condition", "below", false));
    }
    return change(condition.path("change"));
  }

  private Condition change(JsonNode change) {
    String pointer = "/condition/change";
    onlyKnown(change, pointer, Set.of("by", "direction", "against"));
    BigDecimal by = number(change, pointer, "by", true);
    if (by.signum() == 0) {
      error(pointer + "/by", "must be above 0, such as 0.3 for 30 %");
    }
    return new Condition.Change(
        by,
        choice(change, pointer, "direction", Condition.Direction.ANY),
        choice(change, pointer, "against", Condition.Against.PREVIOUS));
  }

  private <E extends Enum<E>> E choice(JsonNode node, String pointer, String field, E whenAbsent) {
    String text = node.path(field).asString(word(whenAbsent));
    List<E> values = List.of(whenAbsent.getDeclaringClass().getEnumConstants());
    return values.stream()
        .filter(value -> word(value).equals(text))
        .findFirst()
        .orElseGet(
            () -> {
              List<String> words = values.stream().map(DefinitionReader::word).toList();
              error(pointer + "/" + field, "must be one of " + words);
              return whenAbsent;
            });
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private BigDecimal number(JsonNode node, String pointer, String field, boolean notNegative) {
    JsonNode value = node.path(field);
    if (!value.isNumber() || (notNegative && value.decimalValue().signum() < 0)) {
      error(pointer + "/" + field, "must be a number" + (notNegative ? " from 0" : ""));
      return BigDecimal.ONE;
    }
    return value.decimalValue();
  }

  private int days(JsonNode root) {
    JsonNode days = root.path("days");
    if (days.isMissingNode()) {
      return 1;
    }
    if (!days.isInt() || days.asInt() < 1 || days.asInt() > 366) {
      error("/days", "must be a whole number from 1 to 366");
      return 1;
    }
    return days.asInt();
  }

  private @Nullable Quiet quiet(JsonNode quiet, ZoneId zone) {
    onlyKnown(quiet, "/quiet", Set.of("from", "to", "timezone"));
    LocalTime from = time(quiet, "/quiet", "from", LocalTime::parse, "a time like 22:00");
    LocalTime to = time(quiet, "/quiet", "to", LocalTime::parse, "a time like 07:00");
    ZoneId own = quiet.has("timezone") ? zone(quiet, "/quiet", "timezone") : zone;
    if (from == null || to == null) {
      return null;
    }
    if (from.equals(to)) {
      error("/quiet", "must not be the whole day");
    }
    return new Quiet(from, to, own);
  }

  private ZoneId zone(JsonNode node, String pointer, String field) {
    if (!node.has(field)) {
      return ZoneId.of("UTC");
    }
    ZoneId zone = time(node, pointer, field, ZoneId::of, "a time zone like Asia/Taipei");
    return zone == null ? ZoneId.of("UTC") : zone;
  }

  private @Nullable Duration repeatAfter(JsonNode root) {
    Duration duration =
        time(root, "", "repeatAfter", Duration::parse, "an ISO 8601 duration like PT6H");
    if (duration != null && duration.compareTo(Duration.ofMinutes(5)) < 0) {
      error("/repeatAfter", "must be at least PT5M");
    }
    return duration;
  }

  private <T> @Nullable T time(
      JsonNode node, String pointer, String field, Function<String, T> parser, String what) {
    try {
      return parser.apply(node.path(field).asString(""));
    } catch (DateTimeException e) {
      error(pointer + "/" + field, "must be " + what);
      return null;
    }
  }
}
