package com.aisle.benchmarks.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.aisle.benchmarks.api.SearchQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NdcgTest {
  private static final Map<String, Integer> GRADES = Map.of("a", 3, "b", 2, "c", 0, "d", 1);

  /** (2^3-1)/log2(2) + (2^2-1)/log2(3) + (2^1-1)/log2(4). */
  private static final double IDEAL = 7 + 3 / 1.5849625 + 1 / 2.0;

  @Test
  void at10_bestOrder_isOne() {
    assertThat(Ndcg.at10(List.of("a", "b", "d", "c"), GRADES)).isEqualTo(1);
  }

  @Test
  void at10_unjudgedProduct_takesAPlace() {
    double dcg = 3 + 0 + 7 / 2.0;

    assertThat(Ndcg.at10(List.of("b", "x", "a"), GRADES)).isCloseTo(dcg / IDEAL, within(1e-6));
    assertThat(dcg / IDEAL).isCloseTo(.692020, within(1e-5));
  }

  @Test
  void at10_nothingFound_isZero() {
    assertThat(Ndcg.at10(List.of(), GRADES)).isZero();
  }

  @Test
  void at10_relevantProductAtRankEleven_countsForNothing() {
    List<String> ranking = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ranking.add("x" + i);
    }
    ranking.add("a");

    assertThat(Ndcg.at10(ranking, GRADES)).isZero();
  }

  @Test
  void at10_moreThanTenRelevant_idealHasTen() {
    Map<String, Integer> grades = new HashMap<>();
    List<String> ranking = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      grades.put("p" + i, 3);
      ranking.add("p" + i);
    }

    assertThat(Ndcg.at10(ranking, grades)).isEqualTo(1);
  }

  @Test
  void at10_nothingRelevant_isRefused() {
    assertThatThrownBy(() -> Ndcg.at10(List.of("c"), Map.of("c", 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void queryScore_judgedOnly_skipsUnjudgedProducts() {
    QueryScore score =
        QueryScore.of(new SearchQuery("c0", "q", "en"), List.of("b", "x", "y", "a"), GRADES);

    assertThat(score.plain()).isCloseTo((3 + 7 / 2.3219281) / IDEAL, within(1e-6));
    assertThat(score.judgedOnly()).isCloseTo((3 + 7 / 1.5849625) / IDEAL, within(1e-6));
    assertThat(score.judgedAt10()).isEqualTo(.2);
  }
}
