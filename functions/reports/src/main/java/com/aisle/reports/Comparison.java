package com.aisle.reports;

import java.util.Locale;
import java.util.Optional;

/** Which earlier range the numbers are compared with. */
enum Comparison {
  NONE,
  PREVIOUS,
  YEAR;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Optional<Range> earlier(Range range) {
    return switch (this) {
      case NONE -> Optional.empty();
      case PREVIOUS -> Optional.of(range.previous());
      case YEAR -> Optional.of(range.yearBefore());
    };
  }
}
