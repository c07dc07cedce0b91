package com.aisle.textindex;

import java.util.List;

/**
 * What the vector store found for a query, to be fused with what the words find.
 *
 * @param hits in any order; ids that the index lacks are passed over
 * @param weight of meaning against words, in [0, 1]
 */
public record Meaning(List<MeaningHit> hits, double weight) {

  private static final Meaning NONE = new Meaning(List.of(), 0);

  public Meaning {
    hits = List.copyOf(hits);
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException("the weight of meaning is not within 0 and 1: " + weight);
    }
  }

  /** Words alone. */
  public static Meaning none() {
    return NONE;
  }
}
