package com.aisle.alerts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers what a test sets, by the first day of the report or always the same. */
final class FakeReports implements ReportSource {

  final List<Map<String, String>> asked = new ArrayList<>();
  private final Map<String, String> byDay = new HashMap<>();
  private String always = "{}";

  /** The total of no_result_rate, with 500 searches. */
  void total(String rate) {
    always = totals(rate);
  }

  void totalOn(String day, String rate) {
    byDay.put(day, totals(rate));
  }

  void answer(String json) {
    always = json;
  }

  private static String totals(String rate) {
    return "{\"totals\":{\"no_result_rate\":%s,\"searches\":500},\"staleSince\":null}"
        .formatted(rate);
  }

  @Override
  public String get(String report, Map<String, String> parameters) {
    asked.add(parameters);
    return byDay.getOrDefault(parameters.get("from"), always);
  }
}
