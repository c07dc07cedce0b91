package com.aisle.textindex;

/** The order of a search's hits. */
public enum Sort {
  RELEVANCE,
  /** Products without a price come last. */
  PRICE_ASCENDING,
  /** Products without a price come last. */
  PRICE_DESCENDING,
  /** By the time of the last change, latest first. */
  NEWEST
}
