package com.aisle.textindex;

import com.aisle.catalog.filter.Filter;
import com.aisle.catalog.filter.FilterField;
import com.aisle.catalog.filter.FilterValue;
import java.math.BigDecimal;
import java.util.List;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/** A filter as a query that finds exactly the products that fulfil it. */
final class FilterQueries {

  /** Every product that is not deleted. */
  static final Query LIVE = new TermQuery(new Term(IndexFields.LIVE, IndexFields.LIVE_TERM));

  private FilterQueries() {}

  static Query of(Filter filter) {
    return switch (filter) {
      case Filter.And(List<Filter> filters) ->
          all(filters.stream().map(FilterQueries::of).toList());
      case Filter.Or(List<Filter> filters) -> any(filters.stream().map(FilterQueries::of).toList());
      case Filter.Not(Filter inner) -> not(of(inner));
      case Filter.Equals(FilterField field, FilterValue value) -> values(field, List.of(value));
      case Filter.In(FilterField field, List<FilterValue> values) -> values(field, values);
      case Filter.Range range -> range(range);
      case Filter.Exists(FilterField field) ->
          new TermQuery(new Term(IndexFields.PRESENT, field.name()));
      case Filter.Under(List<String> path) ->
          new TermQuery(new Term(IndexFields.PATHS, IndexFields.path(path)));
    };
  }

  /** All must match; for none, every product that is not deleted. */
  static Query all(List<Query> queries) {
    if (queries.size() == 1) {
      return queries.getFirst();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    queries.forEach(query -> all.add(query, Occur.FILTER));
    return queries.isEmpty() ? LIVE : all.build();
  }

  /** What a search matches, as far as the filter holds; it matches nothing that is deleted. */
  static Query narrow(Query matched, Query filter) {
    if (filter.equals(LIVE)) {
      return matched;
    }
    return new BooleanQuery.Builder().add(matched, Occur.MUST).add(filter, Occur.FILTER).build();
  }

  private static Query any(List<Query> queries) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, Occur.SHOULD));
    return queries.isEmpty() ? new MatchNoDocsQuery("an empty OR") : any.build();
  }

  private static Query not(Query query) {
    return new BooleanQuery.Builder().add(LIVE, Occur.FILTER).add(query, Occur.MUST_NOT).build();
  }

  private static Query values(FilterField field, List<FilterValue> values) {
    List<BytesRef> terms =
        values.stream().map(value -> new BytesRef(FieldValue.term(field, value))).toList();
    return terms.size() == 1
        ? new TermQuery(new Term(IndexFields.VALUES, terms.getFirst()))
        : new TermInSetQuery(IndexFields.VALUES, terms);
  }

  private static Query range(Filter.Range range) {
    String field = IndexFields.number(range.field());
    double from = bound(range.from(), range.fromInclusive(), Double.NEGATIVE_INFINITY);
    double to = bound(range.to(), range.toInclusive(), Double.POSITIVE_INFINITY);
    if (from > to) {
      return new MatchNoDocsQuery("an empty range");
    }
    return range.field().isAttribute()
        ? SortedNumericDocValuesField.newSlowRangeQuery(
            field, NumericUtils.doubleToSortableLong(from), NumericUtils.doubleToSortableLong(to))
        : DoubleField.newRangeQuery(field, from, to);
  }

  private static double bound(@Nullable BigDecimal bound, boolean inclusive, double open) {
    if (bound == null) {
      return open;
    }
    double value = bound.doubleValue();
    if (inclusive) {
      return value;
    }
    return open < 0 ? DoublePoint.nextUp(value) : DoublePoint.nextDown(value);
  }
}
