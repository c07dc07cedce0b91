package com.aisle.warehouse;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The days whose roll-ups may lack something: a row came for them after, or up to a minute before,
 * they were last rolled up. Reports count these from the rows, through the views {@code
 * …_of_days(days = {open:Array(Date)})}, and all others from the roll-ups.
 */
public final class OpenDays {

  // Who writes rows notes their days before and after, so a writer that died in between is noticed
  // as long as its insert took less than this; clocks may differ by as much.
  private static final Duration SETTLING = Duration.ofSeconds(60);

  private static final String OPEN =
      """
      SELECT t.day AS day
      FROM (SELECT day, max(at) AS at FROM touched_days
            WHERE day BETWEEN {from:Date} AND {to:Date} GROUP BY day) AS t
      LEFT JOIN (SELECT day, max(at) AS at FROM rolled_up_days
            WHERE day BETWEEN {from:Date} AND {to:Date} GROUP BY day) AS r ON r.day = t.day
      WHERE t.at > r.at - INTERVAL 60 SECOND AND t.at <= {before:DateTime64(3, 'UTC')}
      ORDER BY day
      """;

  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2149, 1, 1);
  private static final Instant ANY_TIME = Instant.parse("2149-01-01T00:00:00Z");

  private final Warehouse warehouse;

  public OpenDays(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** Those of a range of days, first and last included, oldest first. */
  public List<LocalDate> within(LocalDate from, LocalDate to, Limits limits) {
    return ask(from, to, ANY_TIME, limits);
  }

  /**
   * All that would be closed by a roll-up that begins now, because nobody has written to them for a
   * minute; oldest first.
   */
  public List<LocalDate> settled(Instant now, Limits limits) {
    return ask(FIRST, LAST, now.minus(SETTLING), limits);
  }

  private List<LocalDate> ask(LocalDate from, LocalDate to, Instant before, Limits limits) {
    Statement statement =
        Statement.of(OPEN).with("from", from).with("to", to).with("before", before);
    return warehouse.query(statement, limits).values("day", LocalDate.class);
  }
}
