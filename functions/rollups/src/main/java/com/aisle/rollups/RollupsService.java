package com.aisle.rollups;

import com.aisle.warehouse.Lease;
import com.aisle.warehouse.Limits;
import com.aisle.warehouse.OpenDays;
import com.aisle.warehouse.Rows;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Rolls days up. A day is noted as rolled up last, with the time taken before it began: whatever
 * came in the meantime, or dies in between, leaves it open, and an open day is counted anew. Days
 * go oldest first, because later ones look back on them: who is new, who came back. Days that still
 * wait are no gap, since reports read them from the rows.
 */
final class RollupsService {

  private static final Limits LIMITS = Limits.standard();
  private static final List<Rollup> OF_A_DAY_ALONE =
      List.of(
          Rollup.MINUTES,
          Rollup.SESSIONS,
          Rollup.PRODUCTS,
          Rollup.QUERIES,
          Rollup.RECOMMENDATIONS,
          Rollup.SALES);

  private static final String FIRST_VISITS =
      """
      INSERT INTO people (person, first_day)
      SELECT DISTINCT person, day FROM rollup_sessions WHERE day IN {days:Array(Date)} AND person != 0
      """;
  private static final String FIRST_ORDERS =
      """
      INSERT INTO customers (person, first_day)
      SELECT DISTINCT person, day FROM rollup_sales
      WHERE day IN {days:Array(Date)} AND kind = 'sale' AND person != 0
      """;

  private final Warehouse warehouse;
  private final RollupsConfig config;
  private final Clock clock;
  private final Partitions partitions;
  private final OpenDays openDays;
  private final Retention retention;

  /**
   * What a run did.
   *
   * @param days those that were rolled up
   * @param waiting how many settled days are left for the next run
   * @param busy whether another run was at it, so that this one did nothing
   */
  record Outcome(List<LocalDate> days, int waiting, boolean busy) {}

  RollupsService(Warehouse warehouse, RollupsConfig config, Clock clock, Supplier<String> ids) {
    this.warehouse = warehouse;
    this.config = config;
    this.clock = clock;
    this.partitions = new Partitions(warehouse, ids);
    this.openDays = new OpenDays(warehouse);
    this.retention = new Retention(warehouse, partitions, openDays);
  }

  /** Rolls up the days that changed and have settled, as many as there is time for. */
  Outcome rollUpSettled() {
    List<LocalDate> settled = openDays.settled(clock.instant(), LIMITS);
    return settled.isEmpty() ? new Outcome(List.of(), 0, false) : rollUp(settled);
  }

  /** Rolls up these days, settled or not, as many as there is time for. */
  Outcome rollUp(List<LocalDate> days) {
    // Longer than any one statement, or it could be lost in the middle of a day.
    Duration length = config.statementTime().multipliedBy(2);
    Optional<Lease> lease = Lease.tryAcquire(warehouse, "rollups", clock, length);
    if (lease.isEmpty()) {
      return new Outcome(List.of(), days.size(), true);
    }
    try (Lease held = lease.get()) {
      partitions.tidyUp();
      return rollUp(days.stream().distinct().sorted().toList(), held);
    }
  }

  private Outcome rollUp(List<LocalDate> days, Lease lease) {
    Instant end = clock.instant().plus(config.budget());
    List<LocalDate> done = new ArrayList<>();
    while (done.size() < days.size() && (done.isEmpty() || clock.instant().isBefore(end))) {
      done.addAll(batch(ofOneMonth(days.subList(done.size(), days.size())), lease, end));
    }
    return new Outcome(done, days.size() - done.size(), false);
  }

  /** The first of these days that lie in one month: what is replaced at once. */
  private static List<LocalDate> ofOneMonth(List<LocalDate> days) {
    YearMonth month = YearMonth.from(days.getFirst());
    return days.stream().takeWhile(day -> YearMonth.from(day).equals(month)).toList();
  }

  private List<LocalDate> batch(List<LocalDate> days, Lease lease, Instant end) {
    Map<LocalDate, Instant> began = replace(days, lease, end);
    List<LocalDate> done = List.copyOf(began.keySet());
    warehouse.execute(Statement.of(FIRST_VISITS).with("days", done));
    warehouse.execute(Statement.of(FIRST_ORDERS).with("days", done));
    retention.rebuild(done, lease);
    began.forEach(this::close);
    return done;
  }

  private Map<LocalDate, Instant> replace(List<LocalDate> days, Lease lease, Instant end) {
    List<Replacement> replacements = new ArrayList<>();
    try {
      for (Rollup rollup : OF_A_DAY_ALONE) {
        replacements.add(partitions.replace(rollup, YearMonth.from(days.getFirst()), lease));
      }
      Map<LocalDate, Instant> began = count(days, replacements, end);
      replacements.forEach(Replacement::swap);
      return began;
    } finally {
      replacements.forEach(Replacement::close);
    }
  }

  /** Counts days until the end, at least one; answers when each was begun. */
  private Map<LocalDate, Instant> count(
      List<LocalDate> days, List<Replacement> replacements, Instant end) {
    Map<LocalDate, Instant> began = new TreeMap<>();
    for (LocalDate day : days) {
      if (!began.isEmpty() && !clock.instant().isBefore(end)) {
        break;
      }
      began.put(day, clock.instant());
      replacements.forEach(replacement -> replacement.add(day, Map.of()));
    }
    return began;
  }

  private void close(LocalDate day, Instant began) {
    String row = "{\"day\":\"%s\",\"at\":\"%s\"}".formatted(day, Rows.time(began));
    warehouse.insert("rolled_up_days", Rows.of(List.of(row)), day + " " + began);
  }
}
