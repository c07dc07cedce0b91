package com.aisle.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an import is. */
enum ImportState {
  RUNNING,
  COMPLETE,
  FAILED;

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
