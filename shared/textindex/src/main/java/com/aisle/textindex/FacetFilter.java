package com.aisle.textindex;

import com.aisle.catalog.filter.Filter;
import com.aisle.catalog.filter.FilterField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A filter, taken apart for counting.
 *
 * @param all the whole filter
 * @param base the part that narrows every count
 * @param conditions the rest, by the facet whose own counts it does not narrow
 */
record FacetFilter(Query all, Query base, Map<FilterField, Query> conditions) {

  static FacetFilter of(Filter filter, List<FilterField> facets) {
    List<Filter> parts = new ArrayList<>();
    flatten(filter, parts);
    List<Query> base = new ArrayList<>();
    Map<FilterField, List<Query>> conditions = new LinkedHashMap<>();
    for (Filter part : parts) {
      FilterField field = selected(part);
      boolean sideways = field != null && facets.contains(field);
      (sideways ? conditions.computeIfAbsent(field, f -> new ArrayList<>()) : base)
          .add(FilterQueries.of(part));
    }
    Map<FilterField, Query> byField = new LinkedHashMap<>();
    conditions.forEach((field, queries) -> byField.put(field, FilterQueries.all(queries)));
    return new FacetFilter(
        FilterQueries.all(parts.stream().map(FilterQueries::of).toList()),
        FilterQueries.all(base),
        byField);
  }

  private static void flatten(Filter filter, List<Filter> parts) {
    if (filter instanceof Filter.And(List<Filter> filters)) {
      filters.forEach(part -> flatten(part, parts));
    } else {
      parts.add(filter);
    }
  }

  private static @Nullable FilterField selected(Filter part) {
    return switch (part) {
      case Filter.Equals equal -> equal.field();
      case Filter.In in -> in.field();
      case Filter.Under under -> FilterField.CATEGORY;
      default -> null;
    };
  }
}
