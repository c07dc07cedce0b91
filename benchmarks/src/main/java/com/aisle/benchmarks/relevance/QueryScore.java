package com.aisle.benchmarks.relevance;

import com.aisle.benchmarks.api.SearchQuery;
import java.util.List;
import java.util.Map;

/**
 * How well a query was answered.
 *
 * @param plain NDCG@10 of the ranking; an unjudged product counts as irrelevant
 * @param judgedOnly NDCG@10 of the ranking's judged products alone
 * @param judgedAt10 the share of the first ten that is judged
 */
record QueryScore(SearchQuery query, double plain, double judgedOnly, double judgedAt10) {

  static QueryScore of(SearchQuery query, List<String> ranking, Map<String, Integer> grades) {
    return new QueryScore(
        query,
        Ndcg.at10(ranking, grades),
        Ndcg.at10(ranking.stream().filter(grades::containsKey).toList(), grades),
        Ndcg.judgedAt10(ranking, grades.keySet()));
  }
}
