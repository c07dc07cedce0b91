package com.aisle.catalog.filter;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on products.
 *
 * <p>Fields are {@link FilterField}s by their name. A field with several values (an attribute of
 * two colours) fulfils a condition when one of its values does. A product that lacks the field
 * fulfils no condition on it but a {@link Not}.
 */
public sealed interface Filter {

  /** Fulfilled by every product. */
  static Filter all() {
    return new And(List.of());
  }

  /** All must hold; empty holds always. */
  record And(List<Filter> filters) implements Filter {
    public And {
      filters = List.copyOf(filters);
    }
  }

  /** At least one must hold; empty holds never. */
  record Or(List<Filter> filters) implements Filter {
    public Or {
      filters = List.copyOf(filters);
    }
  }

  record Not(Filter filter) implements Filter {}

  record Equals(FilterField field, FilterValue value) implements Filter {}

  record In(FilterField field, List<FilterValue> values) implements Filter {
    public In {
      values = List.copyOf(values);
    }
  }

  /**
   * A number between two bounds.
   *
   * @param from null for no lower bound
   * @param to null for no upper bound
   */
  record Range(
      FilterField field,
      @Nullable BigDecimal from,
      boolean fromInclusive,
      @Nullable BigDecimal to,
      boolean toInclusive)
      implements Filter {}

  /** The product has the field. */
  record Exists(FilterField field) implements Filter {}

  /** The product's category path begins with this path, which has at least one step. */
  record Under(List<String> path) implements Filter {
    public Under {
      path = List.copyOf(path);
      if (path.isEmpty()) {
        throw new IllegalArgumentException("an empty category path");
      }
    }
  }

  /** Both hold. */
  default Filter and(Filter other) {
    if (equals(all())) {
      return other;
    }
    return other.equals(all()) ? this : new And(List.of(this, other));
  }
}
