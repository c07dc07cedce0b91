package com.aisle.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.reports.KnownShop.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class RecommendationsTest {

  private static final String DAYS = "from=2026-11-02&to=2026-11-05";

  @ParameterizedTest
  @EnumSource
  void byKind_withWhatTheySold(State state) {
    JsonNode answer = VisitedShop.in(state).report("recommendations", DAYS);

    assertThat(Shop.rows(answer))
        .containsExactly("similar 2 1 0.5 0 0 0.00", "personal 1 1 1.0 1 2 6.00");
    assertThat(answer.at("/totals/ctr").asDouble()).isEqualTo(.666667);
    assertThat(answer.at("/totals/revenue").asString()).isEqualTo("6.00");
  }

  @ParameterizedTest
  @EnumSource
  void byProduct(State state) {
    JsonNode answer =
        VisitedShop.in(state).report("recommendations", DAYS + "&by=product&window=P30D");

    assertThat(Shop.rows(answer))
        .containsExactly("mug Red mug 2 1 0.5 1 1 5.00", "tray Tray 1 1 1.0 1 2 6.00");
  }
}
