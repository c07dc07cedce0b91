package com.aisle.textindex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * One order of what words and meaning found: a convex combination of both scores, words divided by
 * their greatest, meaning stretched over [0, 1] (Bruch, Gai and Ingber, An Analysis of Fusion
 * Functions for Hybrid Retrieval, TOIS 2023, section 3).
 */
final class Fusion {

  private final double weight;
  private final Map<String, Float> meaning = new HashMap<>();
  private final float lowest;
  private final float highest;

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
              double score = (1 - weight) * byWords + weight * byMeaning;
              return new ScoreDoc(doc.getKey(), (float) score);
            })
        .sorted((a, b) -> a.score != b.score ? Float.compare(b.score, a.score) : a.doc - b.doc)
        .toList();
  }

  private double meaning(@Nullable String id) {
    if (id == null) {
      return 0;
    }
    double score = meaning.getOrDefault(id, lowest);
    return highest > lowest ? (score - lowest) / (highest - lowest) : 1;
  }
}
