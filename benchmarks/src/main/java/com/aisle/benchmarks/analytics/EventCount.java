package com.aisle.benchmarks.analytics;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 100M}, {@code 500k} or {@code 20000}. */
final class EventCount implements ITypeConverter<Long> {

  @Override
  public Long convert(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    if (!upper.matches("[1-9][0-9]{0,9}[KM]?")) {
      throw new TypeConversionException(
          "'%s' is no number of events: write 20000, 500k or 100M".formatted(text));
    }
    char last = upper.charAt(upper.length() - 1);
    long unit = last == 'M' ? 1_000_000 : last == 'K' ? 1_000 : 1;
    return unit * Long.parseLong(unit == 1 ? upper : upper.substring(0, upper.length() - 1));
  }
}
