package com.aisle.textindex;

import com.aisle.catalog.filter.Filter;
import com.aisle.catalog.filter.FilterField;
import java.util.List;
import java.util.Set;

/**
 * What is looked for.
 *
 * @param text as the shopper typed it, in any language; blank looks at every product
 * @param filter what every hit fulfils
 * @param facets the fields whose values are counted; {@link #FACETLESS} fields are refused
 * @param offset how many hits are passed over
 * @param size how many hits are wanted, at most {@link #MAX_SIZE}; 0 only counts
 * @param highlight whether hits carry their title with the matching words marked
 */
public record TextQuery(
    String text,
    Filter filter,
    List<FilterField> facets,
    Sort sort,
    int offset,
    int size,
    boolean highlight) {

  public static final int MAX_SIZE = 1_000;

  /** Offset and size together; what lies deeper is found by a narrower query. */
  public static final int MAX_DEPTH = 10_000;

  /** Fields that cannot be counted by value: nearly every product has its own. */
  public static final Set<FilterField> FACETLESS =
      Set.of(FilterField.ID, FilterField.SKU, FilterField.PRICE, FilterField.STOCK);

  public TextQuery {
    facets = List.copyOf(facets);
    for (FilterField facet : facets) {
      require(!FACETLESS.contains(facet), facet.name() + " cannot be a facet");
    }
    require(offset >= 0, "offset is negative: " + offset);
    require(size >= 0 && size <= MAX_SIZE, "size is not within 0 and %d".formatted(MAX_SIZE));
    require(offset + size <= MAX_DEPTH, "offset + size is above %d".formatted(MAX_DEPTH));
  }

  /** The first 20 hits for this text by relevance, unfiltered, without facets. */
  public static TextQuery of(String text) {
    return new TextQuery(text, Filter.all(), List.of(), Sort.RELEVANCE, 0, 20, false);
  }

  public TextQuery withFilter(Filter changed) {
    return new TextQuery(text, changed, facets, sort, offset, size, highlight);
  }

  public TextQuery withFacets(FilterField... changed) {
    return new TextQuery(text, filter, List.of(changed), sort, offset, size, highlight);
  }

  public TextQuery withSort(Sort changed) {
    return new TextQuery(text, filter, facets, changed, offset, size, highlight);
  }

  public TextQuery withPage(int changedOffset, int changedSize) {
    return new TextQuery(text, filter, facets, sort, changedOffset, changedSize, highlight);
  }

  public TextQuery withHighlight() {
    return new TextQuery(text, filter, facets, sort, offset, size, true);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
