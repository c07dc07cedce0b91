package com.aisle.vectors.testing;

import com.aisle.catalog.filter.Filter;
import com.aisle.catalog.filter.FilterField;
import com.aisle.catalog.filter.FilterValue;
import com.aisle.vectors.ProductMetadata;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says whether metadata fulfils a filter, straight from the definition of {@link Filter}. */
final class MetadataPredicate {

  private MetadataPredicate() {}

  static boolean test(Filter filter, Map<String, Object> metadata) {
    return switch (filter) {
      case Filter.And(List<Filter> filters) ->
          filters.stream().allMatch(each -> test(each, metadata));
      case Filter.Or(List<Filter> filters) ->
          filters.stream().anyMatch(each -> test(each, metadata));
      case Filter.Not(Filter inner) -> !test(inner, metadata);
      case Filter.Equals equals -> holds(metadata.get(equals.field().name()), equals.value());
      case Filter.In in ->
          in.values().stream().anyMatch(value -> holds(metadata.get(in.field().name()), value));
      case Filter.Range range -> inRange(metadata.get(range.field().name()), range);
      case Filter.Exists exists -> metadata.containsKey(exists.field().name());
      case Filter.Under under -> isUnder(metadata.get(ProductMetadata.CATEGORY_PATHS), under);
    };
  }

  private static boolean holds(@Nullable Object actual, FilterValue wanted) {
    Object plain =
        switch (wanted) {
          case FilterValue.Text text -> text.value();
          case FilterValue.Numeric number -> number.value().doubleValue();
          case FilterValue.Flag flag -> flag.value();
        };
    return actual instanceof List<?> values ? values.contains(plain) : plain.equals(actual);
  }

  private static boolean inRange(@Nullable Object actual, Filter.Range range) {
    if (!(actual instanceof Double number)) {
      return false;
    }
    int belowOrAt = range.from() == null ? 1 : number.compareTo(range.from().doubleValue());
    int aboveOrAt = range.to() == null ? -1 : number.compareTo(range.to().doubleValue());
    return (range.fromInclusive() ? belowOrAt >= 0 : belowOrAt > 0)
        && (range.toInclusive() ? aboveOrAt <= 0 : aboveOrAt < 0);
  }

  private static boolean isUnder(@Nullable Object paths, Filter.Under under) {
    String path = String.join(FilterField.PATH_SEPARATOR, under.path());
    return paths instanceof List<?> all && all.contains(path);
  }
}
