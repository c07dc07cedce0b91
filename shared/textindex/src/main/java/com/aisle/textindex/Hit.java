package com.aisle.textindex;

import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Product;
import java.util.Map;

/**
 * A product that was found.
 *
 * @param score comparable only within one result; 0 when the result is not sorted by relevance
 * @param highlightedTitle by locale, as HTML: escaped, the matching words in {@code <em>}; empty
 *     unless asked for
 */
public record Hit(Product product, float score, Map<CatalogLocale, String> highlightedTitle) {
  public Hit {
    highlightedTitle = Map.copyOf(highlightedTitle);
  }
}
