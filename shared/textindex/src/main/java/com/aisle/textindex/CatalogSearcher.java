package com.aisle.textindex;

import com.aisle.catalog.Product;
import java.util.Optional;

/** Answers from one version of the index, from any thread. */
public interface CatalogSearcher {

  /** Finds by words alone. */
  SearchResult search(TextQuery query);

  /**
   * Finds by words and meaning: the result are the products that have all words of the query and
   * those of {@code meaning} above its floor, as far as they fulfil the filter. Sorted by anything
   * but relevance it is the former alone unless there are none.
   */
  SearchResult search(TextQuery query, Meaning meaning);

  /** The product of this id, unless it is unknown or deleted. */
  Optional<Product> product(String id);

  IndexVersion version();
}
