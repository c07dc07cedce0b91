package com.aisle.reports;

import com.aisle.warehouse.WarehouseException;
import com.aisle.web.Problem;
import com.aisle.web.ProblemException;

/** 422 that says which limit a question went beyond. */
final class LimitProblem {

  private LimitProblem() {}

  static ProblemException of(WarehouseException e) {
    return new ProblemException(
        Problem.tooMuch(
            "the question goes beyond the limit of %s; ask for fewer days or dimensions"
                .formatted(limit(String.valueOf(e.getMessage())))));
  }

  /** ClickHouse names its error in the text. */
  private static String limit(String message) {
    if (message.contains("TIMEOUT_EXCEEDED") || message.contains("TOO_SLOW")) {
      return "time";
    }
    if (message.contains("MEMORY_LIMIT_EXCEEDED")) {
      return "memory";
    }
    return message.contains("TOO_MANY_ROWS_OR_BYTES") || message.contains("answer has more than")
        ? "rows in the answer"
        : "rows to read";
  }
}
