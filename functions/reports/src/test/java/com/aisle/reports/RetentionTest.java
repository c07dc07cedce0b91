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

class RetentionTest {

  private static final String WEEKS = "from=2026-10-26&to=2026-11-08&by=week";

  @ParameterizedTest
  @EnumSource
  void peopleByDay(State state) {
    JsonNode answer =
        VisitedShop.in(state).report("retention", "from=2026-11-02&to=2026-11-05&by=day");

    assertThat(Shop.rows(answer))
        .containsExactly(
            "2026-11-02 2 2 0 1 0 ",
            "2026-11-03 2 2 0 1  ",
            "2026-11-04 0 0 0   ",
            "2026-11-05 0 0    ");
    assertThat(answer.at("/totals/p2").asInt()).isEqualTo(2);
    assertThat(answer.at("/totals/size").asInt()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void peopleByWeek_countOnceAWeek_andTheRunningWeekIsNamed(State state) {
    JsonNode answer = VisitedShop.in(state).report("retention", WEEKS);

    assertThat(Shop.rows(answer)).containsExactly("2026-10-26 1 1 1 1", "2026-11-02 4 4  0");
  }

  @ParameterizedTest
  @EnumSource
  void peopleByMonth(State state) {
    JsonNode answer =
        VisitedShop.in(state).report("retention", "from=2026-10-01&to=2026-11-30&by=month");

    assertThat(Shop.rows(answer)).containsExactly("2026-10-01 1 1 1 1", "2026-11-01 4 4  0");
  }

  @ParameterizedTest
  @EnumSource
  void customers_areByTheirFirstOrder(State state) {
    Shop shop = VisitedShop.in(state);

    assertThat(Shop.rows(shop.report("retention", WEEKS + "&measure=customers")))
        .containsExactly("2026-10-26 1 1 1 1", "2026-11-02 3 3  0");
    assertThat(Shop.rows(shop.report("retention", WEEKS + "&measure=orders")))
        .containsExactly("2026-10-26 1 1 1 1", "2026-11-02 3 3  0");
    assertThat(Shop.rows(shop.report("retention", WEEKS + "&measure=revenue")))
        .containsExactly("2026-10-26 1 4.00 8.00 1", "2026-11-02 3 11.00  0");
  }

  @Test
  void personWhoIsNewToThePeriodOnALaterDay_isNotCountedTwice_whileAnEarlierDayIsOpen() {
    JsonNode answer =
        VisitedShop.in(State.HALF).report("retention", "from=2026-11-06&to=2026-11-08&by=month");

    assertThat(Shop.rows(answer)).containsExactly("2026-11-01 0 0 0");
  }

  @Test
  void asCsv() {
    APIGatewayV2HTTPResponse response =
        VisitedShop.in(State.ROLLED_UP)
            .get("GET /v1/reports/{name}", Map.of("name", "retention"), WEEKS + "&format=csv");

    assertThat(response.getBody().lines().map(line -> line.replace("\uFEFF", "")))
        .contains("cohort,size,p0,p1,unfinished", "2026-10-26,1,1,1,1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "by=day&from=2026-01-01&to=2026-11-08 | at most 62",
        "timezone=Asia/Taipei | shop's zone",
        "country=GB | cannot be narrowed",
        "by=year | must be one of week, day, month"
      })
  void wrongParameters_areExplained(String query, String reason) {
    APIGatewayV2HTTPResponse response =
        VisitedShop.in(State.ROLLED_UP)
            .get("GET /v1/reports/{name}", Map.of("name", "retention"), query);

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody()).contains(reason);
  }
}
