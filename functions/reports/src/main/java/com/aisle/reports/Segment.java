package com.aisle.reports;

import java.util.Locale;

/** By what a report can be narrowed. */
enum Segment {
  DEVICE,
  COUNTRY,
  LOCALE,
  SOURCE;

  /** The parameter, and the column of the warehouse. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
