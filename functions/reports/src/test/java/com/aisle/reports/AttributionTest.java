package com.aisle.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.reports.KnownShop.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class AttributionTest {

  private static final String DAYS = "from=2026-11-02&to=2026-11-05";

  @ParameterizedTest
  @EnumSource
  void byChannel_theYoungerClickWins_refundsSubtract(State state) {
    JsonNode answer = VisitedShop.in(state).report("attribution", DAYS);

    assertThat(Shop.rows(answer))
        .containsExactly(
            "search 1 2 5.00 0.263158",
            "recommendation 1 2 6.00 0.315789",
            "direct 2 2 8.00 0.421053");
    assertThat(answer.path("totals").toString())
        .contains("\"orders\":3", "\"units\":6", "\"revenue\":\"19.00\"");
    assertThat(answer.path("currency").asString()).isEqualTo("EUR");
  }

  @ParameterizedTest
  @EnumSource
  void longerWindow_reachesOlderClicks(State state) {
    JsonNode answer = VisitedShop.in(state).report("attribution", DAYS + "&window=P30D");

    assertThat(Shop.rows(answer))
        .containsExactly(
            "search 1 2 5.00 0.263158",
            "recommendation 2 3 11.00 0.578947",
            "direct 1 1 3.00 0.157895");
  }

  @ParameterizedTest
  @EnumSource
  void parts_ofTheWholeRevenue(State state) {
    Shop shop = VisitedShop.in(state);

    assertThat(Shop.rows(shop.report("attribution", DAYS + "&by=query")))
        .containsExactly("red mug 1 2 5.00 0.263158");
    assertThat(Shop.rows(shop.report("attribution", DAYS + "&by=kind")))
        .containsExactly("personal 1 2 6.00 0.315789");
    assertThat(Shop.rows(shop.report("attribution", DAYS + "&by=product")))
        .containsExactly(
            "tray Tray recommendation 1 2 6.00 0.315789", "mug Red mug search 1 2 5.00 0.263158");
  }

  @ParameterizedTest
  @EnumSource
  void nothingSold_isZero(State state) {
    JsonNode answer = VisitedShop.in(state).report("attribution", "from=2025-01-01&to=2025-01-02");

    assertThat(Shop.rows(answer))
        .containsExactly("search 0 0 0.00 ", "recommendation 0 0 0.00 ", "direct 0 0 0.00 ");
  }
}
