package com.aisle.reports;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A question that the shop asks again and again. Stateless: everything it needs is in the request
 * and behind {@link Facts}. To add one, write a class and name it in {@link Reports}.
 */
interface Report {

  /** The last step of its path. */
  String name();

  /** What it tells, in one sentence. */
  String description();

  /** Its parameters beyond the common ones. */
  default List<ReportParameter> parameters() {
    return List.of();
  }

  /** By what it can be narrowed. */
  default Set<Segment> segments() {
    return EnumSet.allOf(Segment.class);
  }

  /** Whether it can only be asked in the shop's zone, in which the roll-ups' days are. */
  default boolean shopDaysOnly() {
    return false;
  }

  /** Whether it is about a range that can be compared with an earlier one. */
  default boolean comparable() {
    return true;
  }

  /** How many days are answered when the caller names no first day. */
  default int defaultDays() {
    return 28;
  }

  /**
   * Looks whether the parameters, each of them good, go together.
   *
   * @throws com.aisle.web.ProblemException 400 when they do not
   */
  default void check(ReportRequest request) {}

  /** Rows of a page when the caller names no size. */
  default int defaultSize() {
    return 100;
  }

  /** The columns of its answer to this request, known before it runs: sort is checked with them. */
  List<Column> columns(ReportRequest request);

  /** The rows. Called once more with the earlier range when numbers are compared. */
  ReportTable run(ReportRequest request, Facts facts);
}
