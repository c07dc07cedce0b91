package com.aisle.catalog.filter;

import java.math.BigDecimal;

/** A value that a field is compared with. */
public sealed interface FilterValue {

  record Text(String value) implements FilterValue {}

  record Numeric(BigDecimal value) implements FilterValue {}

  record Flag(boolean value) implements FilterValue {}
}
