package com.aisle.reports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the values of a column are, and how an answer shows them. */
enum ColumnType {
  /** {@code 2026-11-24}. */
  DATE,
  /** ISO 8601 with offset. */
  TIME,
  TEXT,
  /** A product's id. */
  PRODUCT,
  /** ISO 4217. */
  CURRENCY,
  COUNT,
  /** A decimal as text, in major units. */
  MONEY,
  /** From 0 to 1; null when it would be a division by zero. */
  RATIO,
  SECONDS,
  NUMBER;

  private static final int DIGITS = 6;

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A value of the warehouse as it stands in an answer: text, whole number, number or null. */
  @Nullable Object shown(@Nullable Object value) {
    return switch (this) {
      case DATE, TIME, TEXT, PRODUCT, CURRENCY -> value == null ? null : value.toString();
      case COUNT -> value instanceof Number number ? (Object) number.longValue() : null;
      case MONEY -> value instanceof Number number ? money(number) : null;
      case RATIO, SECONDS, NUMBER -> value instanceof Number number ? rounded(number) : null;
    };
  }

  private static String money(Number number) {
    BigDecimal amount = new BigDecimal(number.toString()).stripTrailingZeros();
    return amount
        .setScale(Math.max(2, Math.min(4, amount.scale())), RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  private static @Nullable Double rounded(Number number) {
    double value = number.doubleValue();
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(DIGITS, RoundingMode.HALF_EVEN).doubleValue()
        : null;
  }
}
