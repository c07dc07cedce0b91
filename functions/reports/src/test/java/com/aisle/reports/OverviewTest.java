package com.aisle.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.reports.KnownShop.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class OverviewTest {

  private static final String WEEK = "from=2026-11-02&to=2026-11-08";

  @ParameterizedTest
  @EnumSource
  void byDay(State state) {
    JsonNode answer = KnownShops.in(state).report("overview", WEEK);

    assertThat(Shop.rows(answer))
        .containsExactly(
            "2026-11-02 2 3 3 2 1 2 10.50 0.333333 0.333333",
            "2026-11-03 1 1 0 0 0 0 0.00 0.0 0.0",
            "2026-11-04 0 0 0 0 0 0 0.00  ",
            "2026-11-05 0 0 0 0 0 0 -5.25  ",
            "2026-11-06 0 0 0 0 0 0 0.00  ",
            "2026-11-07 0 0 0 0 0 0 0.00  ",
            "2026-11-08 0 0 0 0 0 0 0.00  ");
    JsonNode totals = answer.path("totals");
    assertThat(totals.path("visitors").asInt()).isEqualTo(3);
    assertThat(totals.path("sessions").asInt()).isEqualTo(4);
    assertThat(totals.path("revenue").asString()).isEqualTo("5.25");
    assertThat(totals.path("conversion").asDouble()).isEqualTo(.25);
    assertThat(answer.path("currency").asString()).isEqualTo("EUR");
    assertThat(answer.path("total").asInt()).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource
  void inAnotherZone_lateSessions_countOnTheNextDay(State state) {
    JsonNode answer =
        KnownShops.in(state)
            .report("overview", "from=2026-11-02&to=2026-11-04&timezone=Asia/Taipei");

    assertThat(Shop.rows(answer))
        .containsExactly(
            "2026-11-02 2 2 2 0 1 2 10.50 0.5 0.0",
            "2026-11-03 1 1 1 2 0 0 0.00 0.0 1.0",
            "2026-11-04 1 1 0 0 0 0 0.00 0.0 0.0");
  }

  @ParameterizedTest
  @EnumSource
  void bySegment(State state) {
    Shop shop = KnownShops.in(state);

    JsonNode mobile = shop.report("overview", "from=2026-11-02&to=2026-11-03&device=mobile");
    assertThat(Shop.rows(mobile))
        .containsExactly(
            "2026-11-02 1 1 1 0 0 0 0.00 0.0 0.0", "2026-11-03 1 1 0 0 0 0 0.00 0.0 0.0");

    JsonNode google = shop.report("overview", WEEK + "&granularity=week&source=google&country=GB");
    assertThat(Shop.rows(google)).containsExactly("2026-11-02 1 2 2 2 1 2 5.25 0.5 0.5");

    JsonNode germany = shop.report("overview", WEEK + "&granularity=month&country=DE");
    assertThat(Shop.rows(germany)).containsExactly("2026-11-01 1 1 1 0 1 1 3.00 0.0 0.0");
    assertThat(germany.path("currency").asString()).isEqualTo("GBP");
  }

  @ParameterizedTest
  @EnumSource
  void comparedWithTheWeekBefore(State state) {
    JsonNode answer =
        KnownShops.in(state).report("overview", WEEK + "&granularity=week&compare=previous");

    JsonNode previous = answer.path("previous");
    assertThat(previous.path("from").asString()).isEqualTo("2026-10-26");
    assertThat(previous.path("to").asString()).isEqualTo("2026-11-01");
    assertThat(Shop.rows(previous)).containsExactly("2026-10-26 1 1 0 0 1 1 4.00 0.0 0.0");
  }

  @ParameterizedTest
  @EnumSource
  void byHour(State state) {
    JsonNode answer =
        KnownShops.in(state)
            .report("overview", "from=2026-11-02&to=2026-11-02&granularity=hour&size=12");

    assertThat(answer.path("total").asInt()).isEqualTo(24);
    assertThat(Shop.rows(answer).get(10))
        .isEqualTo("2026-11-02T10:00:00Z 1 1 1 0 1 2 10.50 1.0 0.0");
  }

  @ParameterizedTest
  @EnumSource
  void rangeWithoutAnything_isZeroes_andRatiosUnknown(State state) {
    JsonNode answer =
        KnownShops.in(state).report("overview", "from=2024-01-01&to=2024-01-02&sort=-day");

    assertThat(Shop.rows(answer))
        .containsExactly("2024-01-02 0 0 0 0 0 0 0.00  ", "2024-01-01 0 0 0 0 0 0 0.00  ");
    assertThat(answer.at("/totals/revenue").asString()).isEqualTo("0.00");
    assertThat(answer.at("/freshness/newest").isNull()).isTrue();
  }

  @Test
  void freshness_isOfTheNewestEvent() {
    JsonNode answer = KnownShops.in(State.OPEN).report("overview", WEEK + "&explain=true");

    assertThat(answer.at("/freshness/newest").asString()).isEqualTo("2026-11-03T23:31:00Z");
    assertThat(answer.at("/freshness/asOf").asString()).isEqualTo("2026-11-08T12:00:00Z");
    assertThat(answer.at("/freshness/ageSeconds").asDouble()).isEqualTo(390_540.0);
    assertThat(answer.at("/explain/sql").valueStream().toList()).hasSizeGreaterThan(2);
    assertThat(answer.at("/explain/rowsRead").asInt()).isPositive();
  }
}
