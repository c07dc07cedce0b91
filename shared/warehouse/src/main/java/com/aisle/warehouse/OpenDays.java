package com.aisle.warehouse;

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
  private static final String OPEN =
      """
      SELECT t.day AS day
      FROM (SELECT day, max(at) AS at FROM touched_days
            WHERE day BETWEEN {from:Date} AND {to:Date} GROUP BY day) AS t
      LEFT JOIN (SELECT day, max(at) AS at FROM rolled_up_days
            WHERE day BETWEEN {from:Date} AND {to:Date} GROUP BY day) AS r ON r.day = t.day
      WHERE t.at > r.at - INTERVAL 60 SECOND
      ORDER BY day
      """;

  private final Warehouse warehouse;

  public OpenDays(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** Those of a range of days, first and last included, oldest first. */
  public List<LocalDate> within(LocalDate from, LocalDate to, Limits limits) {
    Statement statement = Statement.of(OPEN).with("from", from).with("to", to);
    return warehouse.query(statement, limits).values("day", LocalDate.class);
  }
}
