package com.aisle.textindex;

import java.util.List;

/**
 * What the vector store found for a query, to be fused with what the words find.
 *
 * @param hits in any order; ids that the index lacks are passed over
 * @param weight of meaning against words, in [0, 1]
 * @param floor from this score on a hit is a result of its own. The nearest products are always
 *     some, however far: below the floor they only help to rank what the words find
 */
public record Meaning(List<MeaningHit> hits, double weight, double floor) {

  private static final Meaning NONE = new Meaning(List.of(), 0, 0);

  public Meaning {
    hits = List.copyOf(hits);
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException("the weight of meaning is not within 0 and 1: " + weight);
    }
  }

  /** The ids of those that are near enough to be found without the words. */
  List<String> nearEnough() {
    return hits.stream().filter(hit -> hit.score() >= floor).map(MeaningHit::id).toList();
  }

  /** Words alone. */
  public static Meaning none() {
    return NONE;
  }
}
