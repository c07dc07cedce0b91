package com.aisle.reports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A funnel across the sessions of a person, by ClickHouse's {@code windowFunnel}, which says how
 * many steps a person came within a window from the first, but not when. Steps must follow each
 * other by a millisecond at least: thus a message that came twice changes nothing, and the rows
 * need no deduplication.
 */
final class PersonFunnel {

  private final List<Step> steps;
  private final Duration window;

  PersonFunnel(List<Step> steps, Duration window) {
    this.steps = steps;
    this.window = window;
  }

  FunnelCounts ask(Facts facts) {
    List<String> actions = steps.stream().map(Step::word).toList();
    String sql = sql(facts.actions(steps.contains(Step.SEARCH)));
    long[] farthest = new long[steps.size() + 1];
    for (Row row : Row.of(facts.ask(sql, Map.of("actions", actions)))) {
      farthest[(int) row.count("level")] = row.count("people");
    }
    List<Long> reached = new ArrayList<>();
    for (int i = 1; i <= steps.size(); i++) {
      long people = 0;
      for (int level = i; level <= steps.size(); level++) {
        people += farthest[level];
      }
      reached.add(people);
    }
    return new FunnelCounts(reached, Collections.nCopies(steps.size(), null));
  }

  private String sql(String actions) {
    String conditions =
        steps.stream()
            .map(step -> "action = '%s'".formatted(step.word()))
            .collect(Collectors.joining(", "));
    return """
        SELECT level, count() AS people
        FROM (
          SELECT person,
                 windowFunnel(%d, 'strict_increase')(toUInt64(toUnixTimestamp64Milli(time)), %s) AS level
          FROM %s
          GROUP BY person)
        GROUP BY level"""
        .formatted(window.toMillis(), conditions, actions);
  }
}
