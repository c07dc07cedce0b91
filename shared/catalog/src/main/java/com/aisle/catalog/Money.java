package com.aisle.catalog;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money, never negative, with no more decimals than its currency has.
 *
 * @param amount in major units, so 12.50 for twelve euros fifty
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {

  public Money {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("a price cannot be negative: " + amount);
    }
    int decimals = Math.max(0, amount.stripTrailingZeros().scale());
    if (decimals > Math.max(0, currency.getDefaultFractionDigits())) {
      throw new IllegalArgumentException(
          "%s has more decimals than %s allows".formatted(amount, currency));
    }
  }

  /** The amount in the currency's smallest unit: 1250 for 12.50 EUR, 1250 for 1250 JPY. */
  public long minorUnits() {
    return amount.movePointRight(Math.max(0, currency.getDefaultFractionDigits())).longValueExact();
  }
}
