package com.aisle.warehouse;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query answered. Values: {@code Long} for whole numbers ({@code BigInteger} for those that
 * do not fit), {@code BigDecimal} for decimals, {@code Double}, {@code String} (text, enums,
 * UUIDs), {@code Boolean}, {@code LocalDate}, {@code Instant}, {@code List} for arrays and tuples,
 * null.
 *
 * @param rowsRead rows that the server read for it
 * @param bytesRead bytes of those, uncompressed
 * @param took from the call to the last row
 */
public record QueryResult(
    List<Column> columns,
    List<List<@Nullable Object>> rows,
    long rowsRead,
    long bytesRead,
    Duration took) {

  /**
   * A column of an answer; {@code type} as the server writes it, such as {@code Decimal(18, 4)}.
   */
  public record Column(String name, String type) {}

  /** Where the column of this name is. */
  public int index(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "there is no column %s in the answer %s".formatted(column, columns));
  }

  /** The values of one column, which must hold no null. */
  public <T> List<T> values(String column, Class<T> type) {
    int index = index(column);
    return rows.stream().map(row -> type.cast(row.get(index))).toList();
  }

  /** The only value of an answer of one row and one column. */
  public <T> T single(Class<T> type) {
    if (rows.size() != 1 || columns.size() != 1) {
      throw new IllegalStateException(
          "expected one value, got %d rows of %s".formatted(rows.size(), columns));
    }
    return type.cast(rows.getFirst().getFirst());
  }
}
