package com.aisle.rollups;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes {@code {"action":"rollup"}} from the schedule, and {@code
 * {"action":"rollup","days":["2026-11-24"]}} from whoever wants these days counted anew.
 */
final class RollupsHandler implements Function<String, Map<String, Object>> {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final RollupsService service;

  RollupsHandler(RollupsService service) {
    this.service = service;
  }

  @Override
  public Map<String, Object> apply(String event) {
    JsonNode json = JSON.readTree(event);
    if (!"rollup".equals(json.path("action").asString(""))) {
      throw new IllegalArgumentException(
          "expected {\"action\":\"rollup\"}, with \"days\":[\"2026-11-24\"] if they are to be certain ones");
    }
    JsonNode days = json.path("days");
    RollupsService.Outcome outcome =
        days.isMissingNode() ? service.rollUpSettled() : service.rollUp(days(days));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("days", outcome.days().stream().map(LocalDate::toString).toList());
    answer.put("waiting", outcome.waiting());
    answer.put("busy", outcome.busy());
    return answer;
  }

  private static List<LocalDate> days(JsonNode days) {
    if (!days.isArray() || days.isEmpty()) {
      throw new IllegalArgumentException("days must be a list of dates, not " + days);
    }
    return days.valueStream().map(RollupsHandler::day).toList();
  }

  private static LocalDate day(JsonNode day) {
    try {
      return LocalDate.parse(day.asString(""));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "days holds %s, which is no date like 2026-11-24".formatted(day), e);
    }
  }
}
