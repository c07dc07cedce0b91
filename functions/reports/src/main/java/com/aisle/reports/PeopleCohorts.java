package com.aisle.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** People by the period of their first session, counted by the period of any session. */
final class PeopleCohorts {

  private final Granularity by;

  PeopleCohorts(Granularity by) {
    this.by = by;
  }

  Cohorts ask(Facts facts) {
    List<LocalDate> changed = changed(facts);
    String closed = "SELECT * FROM rollup_retention WHERE day BETWEEN {from:Date} AND {to:Date}";
    String source =
        changed.isEmpty()
            ? closed
            : closed
                + " AND day NOT IN {changed:Array(Date)}\n  UNION ALL\n  SELECT * FROM"
                + " retention_of_days(days = {changed:Array(Date)}, open = {open:Array(Date)})";
    String sql =
        """
        SELECT %s AS cohort, %s AS period, sum(%s) AS number
        FROM (
          %s)
        WHERE first_day >= {from:Date}
        GROUP BY cohort, period"""
            .formatted(by.firstDaySql("first_day"), by.firstDaySql("day"), counted(), source);
    Cohorts cohorts = new Cohorts();
    cohorts.addCells(facts.ask(sql, Map.of("changed", changed)));
    cohorts.sizesFromFirstCells();
    return cohorts;
  }

  private String counted() {
    return switch (by) {
      case WEEK -> "new_in_week";
      case MONTH -> "new_in_month";
      case DAY, HOUR -> "people";
    };
  }

  /** The open days, and the days after them that may have counted somebody as new in the period. */
  private List<LocalDate> changed(Facts facts) {
    LocalDate today = facts.range().dayOf(facts.now());
    LocalDate end = facts.range().to().isBefore(today) ? facts.range().to() : today;
    return facts.open().stream()
        .flatMap(
            day -> {
              LocalDate next = by.next(by.firstDay(day));
              LocalDate until = next.isAfter(end.plusDays(1)) ? end.plusDays(1) : next;
              return until.isAfter(day) ? day.datesUntil(until) : Stream.of(day);
            })
        .distinct()
        .sorted()
        .toList();
  }
}
