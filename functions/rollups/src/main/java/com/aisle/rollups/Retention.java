package com.aisle.rollups;

import com.aisle.warehouse.Lease;
import com.aisle.warehouse.Limits;
import com.aisle.warehouse.OpenDays;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who came back, by day and first day. It looks back: on the first day of each person, and on the
 * days before in the same week and month. So when a day changes, later days are counted anew too.
 */
final class Retention {

  private static final Limits LIMITS = Limits.standard();

  private static final String LATER_IN_PERIOD =
      """
      SELECT DISTINCT day FROM rollup_sessions WHERE day > {day:Date} AND day <= {last:Date}
      """;

  // The people who are new on the day, and the later days that count them among those of another.
  // It compares what is with what should be, so a run that died in between is made good by the
  // next.
  private static final String COUNTED_UNDER_ANOTHER_FIRST_DAY =
      """
      SELECT e.day AS day
      FROM (SELECT day, uniqExact(person) AS people FROM rollup_sessions
            WHERE day > {day:Date} AND person IN
              (SELECT person FROM people
               WHERE person IN (SELECT person FROM rollup_sessions WHERE day = {day:Date})
               GROUP BY person HAVING min(first_day) = {day:Date})
            GROUP BY day) AS e
      LEFT JOIN (SELECT day, sum(people) AS people FROM rollup_retention
            WHERE day > {day:Date} AND first_day = {day:Date} GROUP BY day) AS r ON r.day = e.day
      WHERE e.people != r.people
      """;

  private final Warehouse warehouse;
  private final Partitions partitions;
  private final OpenDays openDays;

  Retention(Warehouse warehouse, Partitions partitions, OpenDays openDays) {
    this.warehouse = warehouse;
    this.partitions = partitions;
    this.openDays = openDays;
  }

  /**
   * Counts these days anew, whose sessions have just been, and the later ones that depend on them.
   */
  void rebuild(Collection<LocalDate> changed, Lease lease) {
    NavigableSet<LocalDate> days = new TreeSet<>(changed);
    for (LocalDate day : changed) {
      days.addAll(ask(LATER_IN_PERIOD, day));
      days.addAll(ask(COUNTED_UNDER_ANOTHER_FIRST_DAY, day));
    }
    days.stream()
        .collect(Collectors.groupingBy(YearMonth::from, TreeMap::new, Collectors.toList()))
        .forEach((month, ofMonth) -> rebuild(month, ofMonth, changed, lease));
  }

  private void rebuild(
      YearMonth month, List<LocalDate> days, Collection<LocalDate> changed, Lease lease) {
    try (Replacement replacement = partitions.replace(Rollup.RETENTION, month, lease)) {
      for (LocalDate day : days) {
        replacement.add(day, Map.of("open", openBefore(day, changed)));
      }
      replacement.swap();
    }
  }

  private List<LocalDate> ask(String sql, LocalDate day) {
    Statement statement = Statement.of(sql).with("day", day);
    Statement bounded =
        sql.contains("{last:") ? statement.with("last", endOfPeriod(day)) : statement;
    return warehouse.query(bounded, LIMITS).values("day", LocalDate.class);
  }

  /** Days of the week and month before that have changed since they were rolled up. */
  private List<LocalDate> openBefore(LocalDate day, Collection<LocalDate> fresh) {
    LocalDate first = startOfPeriod(day);
    if (!first.isBefore(day)) {
      return List.of();
    }
    List<LocalDate> open = new ArrayList<>(openDays.within(first, day.minusDays(1), LIMITS));
    open.removeAll(fresh);
    return open;
  }

  private static LocalDate startOfPeriod(LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate month = day.withDayOfMonth(1);
    return monday.isBefore(month) ? monday : month;
  }

  private static LocalDate endOfPeriod(LocalDate day) {
    LocalDate sunday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    LocalDate month = day.with(TemporalAdjusters.lastDayOfMonth());
    return sunday.isAfter(month) ? sunday : month;
  }
}
