package com.aisle.benchmarks.relevance;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Normalised discounted cumulative gain at rank 10, with gain 2^grade - 1 and discount log2(rank +
 * 1): Burges et al., Learning to Rank using Gradient Descent (ICML 2005), section 6.
 */
final class Ndcg {
  private static final int DEPTH = 10;

  private Ndcg() {}

  /**
   * From 0, nothing relevant in the first ten, to 1, no better order possible.
   *
   * @param ranking ids, best first; an id without a grade counts as irrelevant
   * @param grades of all judged products; at least one must be above 0
   */
  static double at10(List<String> ranking, Map<String, Integer> grades) {
    double ideal = gain(grades.values().stream().sorted(Comparator.reverseOrder()).toList());
    if (ideal == 0) {
      throw new IllegalArgumentException("nothing is relevant");
    }
    return gain(ranking.stream().map(id -> grades.getOrDefault(id, 0)).toList()) / ideal;
  }

  private static double gain(List<Integer> grades) {
    double sum = 0;
    for (int i = 0; i < Math.min(DEPTH, grades.size()); i++) {
      sum += ((1 << grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
    }
    return sum;
  }

  /** The share of the first ten that is judged. */
  static double judgedAt10(List<String> ranking, Collection<String> judged) {
    return ranking.stream().limit(DEPTH).filter(judged::contains).count() / (double) DEPTH;
  }
}
