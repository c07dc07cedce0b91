package com.aisle.search;

import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.filter.Filter;
import com.aisle.catalog.filter.FilterField;
import com.aisle.catalog.filter.FilterParser;
import com.aisle.catalog.filter.FilterSyntaxException;
import com.aisle.textindex.Sort;
import com.aisle.textindex.TextQuery;
import com.aisle.web.ProblemError;
import com.aisle.web.QueryParameters;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the query parameters of a search. */
final class SearchParameters {

  static final int MAX_QUERY_LENGTH = 500;
  static final int MAX_SIZE = 250;
  static final int MAX_FACETS = 20;
  static final int DEFAULT_SIZE = 20;

  private static final Map<String, CatalogLocale> LOCALES =
      inOrder(Arrays.stream(CatalogLocale.values()).map(locale -> Map.entry(locale.tag(), locale)));

  private static final Map<String, Sort> SORTS =
      inOrder(
          Stream.of(
              Map.entry("relevance", Sort.RELEVANCE),
              Map.entry("price", Sort.PRICE_ASCENDING),
              Map.entry("-price", Sort.PRICE_DESCENDING),
              Map.entry("newest", Sort.NEWEST)));

  private final QueryParameters parameters;

  private SearchParameters(QueryParameters parameters) {
    this.parameters = parameters;
  }

  /**
   * The request that these parameters state.
   *
   * @throws com.aisle.web.ProblemException 400 with everything that is wrong with them
   */
  static SearchRequest read(QueryParameters parameters) {
    return new SearchParameters(parameters).read();
  }

  private SearchRequest read() {
    String text = parameters.text("q", MAX_QUERY_LENGTH).strip();
    CatalogLocale locale = parameters.choice("locale", CatalogLocale.ENGLISH, LOCALES);
    Filter filter = filter();
    List<FilterField> facets = facets();
    Sort sort = parameters.choice("sort", Sort.RELEVANCE, SORTS);
    int page = parameters.integer("page", 1, 1, TextQuery.MAX_DEPTH);
    int size = parameters.integer("size", DEFAULT_SIZE, 0, MAX_SIZE);
    if ((long) page * size > TextQuery.MAX_DEPTH) {
      reject("page", "times size must not be above %d".formatted(TextQuery.MAX_DEPTH));
    }
    parameters.check();
    int offset = (page - 1) * size;
    return new SearchRequest(
        new TextQuery(text, filter, facets, sort, offset, size, !text.isEmpty()), locale, page);
  }

  private Filter filter() {
    try {
      return FilterParser.parse(parameters.text("filter", FilterParser.MAX_LENGTH));
    } catch (FilterSyntaxException e) {
      String reason = "expected %s, found %s".formatted(e.expected(), e.found());
      parameters.reject(ProblemError.inParameter("filter", e.position(), reason));
      return Filter.all();
    }
  }

  private List<FilterField> facets() {
    return parameters.list("facets", MAX_FACETS).stream()
        .map(this::facet)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<FilterField> facet(String name) {
    Optional<FilterField> field = FilterField.named(name);
    if (field.isEmpty()) {
      reject(
          "facets",
          "'%s' is no field; fields are group, brand, category, currency and attributes.NAME"
              .formatted(name));
    } else if (TextQuery.FACETLESS.contains(field.get())) {
      reject("facets", "'%s' cannot be counted by value".formatted(name));
      return Optional.empty();
    }
    return field;
  }

  private void reject(String parameter, String reason) {
    parameters.reject(ProblemError.inParameter(parameter, reason));
  }

  /** A map that lists its keys, as error messages show them, in this order. */
  private static <T> Map<String, T> inOrder(Stream<Map.Entry<String, T>> entries) {
    return Collections.unmodifiableMap(
        entries.collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, LinkedHashMap::new)));
  }
}
