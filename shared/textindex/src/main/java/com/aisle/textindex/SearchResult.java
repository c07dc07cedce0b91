package com.aisle.textindex;

import com.aisle.catalog.filter.FilterField;
import java.util.List;
import java.util.Map;

/**
 * What was found.
 *
 * @param total how many products in all, exact
 * @param hits the wanted page of them
 * @param facets for each field asked for, its commonest values, at most {@link #MAX_VALUES}, with
 *     exact counts. A condition of the filter's outermost AND on the field itself ({@code =},
 *     {@code IN} or {@code UNDER}) does not narrow the field's own counts, so that the alternatives
 *     show
 * @param droppedWords how many words of the query had to go unmatched for anything to be found
 */
public record SearchResult(
    long total,
    List<Hit> hits,
    Map<FilterField, List<FacetCount>> facets,
    List<Correction> corrections,
    int droppedWords) {

  public static final int MAX_VALUES = 100;

  public SearchResult {
    hits = List.copyOf(hits);
    facets = Map.copyOf(facets);
    corrections = List.copyOf(corrections);
  }
}
