package com.aisle.alerts;

import java.math.BigDecimal;
import java.math.MathContext;

/** When a number is one to be told of. */
sealed interface Condition {

  /** The number is greater than a limit. */
  record Above(BigDecimal limit) implements Condition {}

  /** The number is smaller than a limit. */
  record Below(BigDecimal limit) implements Condition {}

  /**
   * The number differs from that of an earlier time.
   *
   * @param by the least difference, relative to the earlier number: .3 for 30 %
   */
  record Change(BigDecimal by, Direction direction, Against against) implements Condition {

    /** The difference relative to the earlier number, which is not 0. */
    static BigDecimal of(BigDecimal value, BigDecimal earlier) {
      return value.subtract(earlier).divide(earlier.abs(), MathContext.DECIMAL64);
    }
  }

  /** Which differences count. */
  enum Direction {
    UP,
    DOWN,
    ANY
  }

  /** The earlier time. */
  enum Against {
    /** As many days, right before. */
    PREVIOUS,
    /** The same days of the week before. */
    SAME_WEEKDAY
  }
}
