package com.aisle.textindex;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * One order of what words and meaning found: a convex combination of both scores, each divided by
 * its greatest (Bruch, Gai and Ingber, An Analysis of Fusion Functions for Hybrid Retrieval, TOIS
 * 2023, section 3).
 *
 * <p>The least is what a score can be at worst, 0, not the least that was found: where all
 * neighbours are about as near, which of them is nearest says little, and stretching their scores
 * over [0, 1] would let it outweigh the words.
 */
final class Fusion {

  /**
   * How near products are that the words found and meaning did not, against the farthest that it
   * did: on icecat the first 20 by words that are not among the nearest 200 have a cosine of .73
   * times the 200th on average.
   */
  private static final double NOT_FOUND = .73;

  private final double weight;
  private final Map<String, Float> meaning = new HashMap<>();
  private final double lowest;
  private final double highest;

  private record Fused(int doc, double score) {}

  Fusion(Meaning meaning) {
    this.weight = meaning.weight();
    meaning.hits().forEach(hit -> this.meaning.merge(hit.id(), hit.score(), Math::max));
    this.lowest = this.meaning.values().stream().min(Float::compare).orElse(0f);
    this.highest = this.meaning.values().stream().max(Float::compare).orElse(0f);
  }

  /**
   * The fused scores, best first.
   *
   * @param words documents with their score by words, 0 for none
   * @param ids of those documents that meaning found
   */
  List<ScoreDoc> fuse(Map<Integer, Float> words, Map<Integer, String> ids) {
    double greatest = words.values().stream().mapToDouble(Float::doubleValue).max().orElse(0);
    return words.entrySet().stream()
        .map(
            doc -> {
              double byWords = greatest == 0 ? 0 : doc.getValue() / greatest;
              double byMeaning = meaning(ids.get(doc.getKey()));
              return new Fused(doc.getKey(), (1 - weight) * byWords + weight * byMeaning);
            })
        .sorted(Comparator.comparingDouble(Fused::score).reversed().thenComparingInt(Fused::doc))
        .map(fused -> new ScoreDoc(fused.doc, (float) fused.score))
        .toList();
  }

  private double meaning(@Nullable String id) {
    Float known = id == null ? null : meaning.get(id);
    double score = known == null ? NOT_FOUND * lowest : known.doubleValue();
    return highest > 0 ? Math.max(0, score) / highest : 0;
  }
}
