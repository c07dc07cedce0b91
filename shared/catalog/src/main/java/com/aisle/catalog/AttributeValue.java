package com.aisle.catalog;

import java.math.BigDecimal;
import java.util.List;

/** What a product's attribute can hold. */
public sealed interface AttributeValue {

  /** One or more words to show, match and count: {@code ["black", "silver"]}. */
  record Text(List<String> values) implements AttributeValue {
    public Text {
      values = List.copyOf(values);
    }
  }

  /** A measure in the unit that the shop uses throughout for this attribute. */
  record Measure(BigDecimal value) implements AttributeValue {}

  /** Yes or no. */
  record Flag(boolean value) implements AttributeValue {}
}
