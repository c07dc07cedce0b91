package com.aisle.benchmarks.api;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a shopper types.
 *
 * @param id names it in a set of judgements
 * @param locale in which the shopper reads, as a BCP 47 tag
 */
public record SearchQuery(String id, String text, String locale) {

  /** The query parameters of {@code GET /v1/search}, by name. */
  Map<String, String> parameters(int size) {
    return new TreeMap<>(Map.of("q", text, "locale", locale, "size", Integer.toString(size)));
  }
}
