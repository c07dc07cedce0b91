package com.aisle.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.reports.KnownShop.State;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class FunnelTest {

  private static final String DAYS = "from=2026-11-02&to=2026-11-05";

  @ParameterizedTest
  @EnumSource
  void ordered_letsOtherStepsLieBetween(State state) {
    JsonNode answer = VisitedShop.in(state).report("funnel", DAYS);

    assertThat(Shop.rows(answer))
        .containsExactly(
            "1 product_view 6 1.0   ",
            "2 add_to_cart 3 0.5 0.5 30.0 3",
            "3 checkout 1 0.166667 0.333333 80.0 2",
            "4 purchase 1 0.166667 1.0 30.0 0");
    assertThat(answer.path("totals").path("count").asInt()).isEqualTo(1);
    assertThat(answer.path("totals").path("lost").asInt()).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource
  void strict_takesDirectNeighboursOnly(State state) {
    JsonNode answer =
        VisitedShop.in(state)
            .report("funnel", DAYS + "&mode=strict&steps=product_view,add_to_cart");

    assertThat(Shop.rows(answer))
        .containsExactly("1 product_view 6 1.0   ", "2 add_to_cart 2 0.333333 0.333333 25.0 4");
  }

  @ParameterizedTest
  @EnumSource
  void searchesAreSteps(State state) {
    JsonNode answer =
        VisitedShop.in(state).report("funnel", DAYS + "&steps=search,click,add_to_cart");

    assertThat(Shop.rows(answer))
        .containsExactly(
            "1 search 1 1.0   ", "2 click 1 1.0 1.0 5.0 0", "3 add_to_cart 1 1.0 1.0 21.0 0");
  }

  @ParameterizedTest
  @EnumSource
  void bySegment(State state) {
    JsonNode answer = VisitedShop.in(state).report("funnel", DAYS + "&country=FR");

    assertThat(Shop.rows(answer).getFirst()).isEqualTo("1 product_view 1 1.0   ");
    assertThat(Shop.rows(answer).get(1)).isEqualTo("2 add_to_cart 0 0.0 0.0  1");
  }

  @ParameterizedTest
  @EnumSource
  void ofPeople_stepsMayLieInDifferentSessions(State state) {
    JsonNode answer = VisitedShop.in(state).report("funnel", DAYS + "&scope=person");

    assertThat(Shop.rows(answer))
        .containsExactly(
            "1 product_view 4 1.0   ",
            "2 add_to_cart 3 0.75 0.75  1",
            "3 checkout 2 0.5 0.666667  1",
            "4 purchase 2 0.5 1.0  0");
  }

  @ParameterizedTest
  @EnumSource
  void ofPeople_withinTheWindow(State state) {
    JsonNode answer = VisitedShop.in(state).report("funnel", DAYS + "&scope=person&window=PT1H");

    assertThat(Shop.rows(answer).get(2)).isEqualTo("3 checkout 1 0.25 0.333333  2");
  }

  @ParameterizedTest
  @EnumSource
  void ofPeople_searchesAreSteps(State state) {
    JsonNode answer =
        VisitedShop.in(state).report("funnel", DAYS + "&scope=person&steps=search,product_view");

    assertThat(Shop.rows(answer))
        .containsExactly("1 search 3 1.0   ", "2 product_view 3 1.0 1.0  0");
  }

  @Test
  void comparedWithTheDaysBefore() {
    JsonNode answer = VisitedShop.in(State.ROLLED_UP).report("funnel", DAYS + "&compare=previous");

    assertThat(answer.at("/previous/from").asString()).isEqualTo("2026-10-29");
    assertThat(Shop.rows(answer.path("previous")).getFirst()).isEqualTo("1 product_view 0    ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "steps=product_view | steps: takes at least 2",
        "steps=product_view,dance | is none of",
        "scope=person&from=2026-10-01&to=2026-11-08 | at most 31",
        "scope=person&source=google&steps=search,click | source",
        "scope=person&window=P31D | window",
        "scope=person&mode=strict | scope=session only"
      })
  void wrongParameters_areExplained(String query, String reason) {
    APIGatewayV2HTTPResponse response =
        VisitedShop.in(State.ROLLED_UP)
            .get("GET /v1/reports/{name}", Map.of("name", "funnel"), query);

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody()).contains(reason.replaceFirst("^\\w+: ", ""));
  }
}
