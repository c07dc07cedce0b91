package com.aisle.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.reports.KnownShop.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class PathsTest {

  private static final String DAYS = "from=2026-11-02&to=2026-11-05";

  @ParameterizedTest
  @EnumSource
  void fromTheStart(State state) {
    JsonNode answer = VisitedShop.in(state).report("paths", DAYS);

    assertThat(Shop.rows(answer))
        .containsExactly(
            "product_view 2 0.333333 0.0",
            "page_view>product_view>add_to_cart 1 0.166667 1.0",
            "product_view>checkout>purchase 1 0.166667 1.0",
            "product_view>page_view>add_to_cart 1 0.166667 0.0",
            "search>click>product_view 1 0.166667 0.0");
    assertThat(answer.at("/totals/sessions").asInt()).isEqualTo(6);
    assertThat(answer.at("/totals/conversion").asDouble()).isEqualTo(.333333);
  }

  @ParameterizedTest
  @EnumSource
  void fromAStepOn(State state) {
    JsonNode answer =
        VisitedShop.in(state).report("paths", DAYS + "&start=product_view&depth=2&size=2");

    assertThat(Shop.rows(answer))
        .containsExactly("product_view 2 0.333333 0.0", "product_view>add_to_cart 2 0.333333 0.5");
    assertThat(answer.path("total").asInt()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void upToAStep(State state) {
    JsonNode answer = VisitedShop.in(state).report("paths", DAYS + "&end=purchase&depth=2");

    assertThat(Shop.rows(answer)).containsExactly("checkout>purchase 2 1.0 1.0");
  }

  @ParameterizedTest
  @EnumSource
  void betweenTwoSteps_noLongerThanTheDepth(State state) {
    Shop shop = VisitedShop.in(state);

    String between = DAYS + "&start=product_view&end=purchase&sort=path";
    assertThat(Shop.rows(shop.report("paths", between + "&depth=4")))
        .containsExactly(
            "product_view>add_to_cart>checkout>purchase 1 0.5 1.0",
            "product_view>checkout>purchase 1 0.5 1.0");
    assertThat(Shop.rows(shop.report("paths", between + "&depth=3")))
        .containsExactly("product_view>checkout>purchase 1 1.0 1.0");
  }
}
