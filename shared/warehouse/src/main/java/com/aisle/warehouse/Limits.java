package com.aisle.warehouse;

import java.time.Duration;

/**
 * How far a query may go before it is stopped with {@link WarehouseException.Kind#LIMIT}.
 *
 * @param time its longest run on the server
 * @param resultRows the most rows that it may answer
 * @param memoryBytes the most memory that it may take on the server
 * @param rowsToRead the most rows that it may read
 */
public record Limits(Duration time, int resultRows, long memoryBytes, long rowsToRead) {

  private static final long GIBIBYTE = 1L << 30;

  public Limits {
    if (time.isNegative() || time.isZero() || resultRows < 1 || memoryBytes < 1 || rowsToRead < 1) {
      throw new IllegalArgumentException(
          "limits must be above zero: %s, %d rows, %d bytes, %d rows to read"
              .formatted(time, resultRows, memoryBytes, rowsToRead));
    }
  }

  /** 10 s, 10,000 rows, 2 GiB, two thousand million rows to read: enough for any report. */
  public static Limits standard() {
    return new Limits(Duration.ofSeconds(10), 10_000, 2 * GIBIBYTE, 2_000_000_000L);
  }

  /** The same with another time. */
  public Limits withTime(Duration other) {
    return new Limits(other, resultRows, memoryBytes, rowsToRead);
  }

  /** The same with another number of rows in the answer. */
  public Limits withResultRows(int other) {
    return new Limits(time, other, memoryBytes, rowsToRead);
  }
}
