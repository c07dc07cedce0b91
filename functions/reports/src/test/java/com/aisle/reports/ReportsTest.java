package com.aisle.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.reports.KnownShop.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Revenue, sessions, products and searches of the known shop, each number counted by hand. */
class ReportsTest {

  private static final String WEEK = "from=2026-11-02&to=2026-11-08";

  @ParameterizedTest
  @EnumSource
  void revenue_subtractsRefunds_byCurrency(State state) {
    JsonNode answer =
        KnownShops.in(state).report("revenue", WEEK + "&granularity=week&compare=previous");

    assertThat(Shop.rows(answer))
        .containsExactly(
            "2026-11-02 EUR 1 2 10.50 5.25 5.25 10.50 1",
            "2026-11-02 GBP 1 1 3.00 0.00 3.00 3.00 1");
    assertThat(answer.at("/totals/net").asString()).isEqualTo("5.25");
    assertThat(answer.path("currency").asString()).isEqualTo("EUR");
    assertThat(answer.at("/currencies/1/gross").asString()).isEqualTo("3.00");
    assertThat(Shop.rows(answer.path("previous")))
        .containsExactly("2026-10-26 EUR 1 1 4.00 0.00 4.00 4.00 1");
  }

  @ParameterizedTest
  @EnumSource
  void revenue_ofNothing_hasNoRows(State state) {
    JsonNode answer = KnownShops.in(state).report("revenue", "from=2024-01-01&to=2024-01-02");

    assertThat(Shop.rows(answer)).isEmpty();
    assertThat(answer.path("total").asInt()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void sessions_byPeriod(State state) {
    JsonNode answer =
        KnownShops.in(state).report("sessions", "from=2026-11-02&to=2026-11-04&sort=-sessions");

    // 4 events of 120 s, 1 of 0 s, 4 (with its searches) of 120 s; one of them left at once.
    assertThat(Shop.rows(answer))
        .containsExactly(
            "2026-11-02 3 2 3.0 120.0 0.333333 0.333333",
            "2026-11-03 1 1 2.0 60.0 0.0 0.0",
            "2026-11-04 0 0    ");
    assertThat(answer.at("/totals/visitors").asInt()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void sessions_bySource_paged(State state) {
    Shop shop = KnownShops.in(state);
    String query = WEEK + "&by=source&sort=source&size=2";

    JsonNode first = shop.report("sessions", query);
    JsonNode second = shop.report("sessions", query + "&page=2");
    JsonNode third = shop.report("sessions", query + "&page=3");

    assertThat(Shop.rows(first))
        .containsExactly(" 1 1 1.0 0.0 1.0 0.0", "google 2 1 4.0 120.0 0.0 0.5");
    assertThat(Shop.rows(second)).containsExactly("newsletter 1 1 2.0 60.0 0.0 0.0");
    assertThat(Shop.rows(third)).isEmpty();
    assertThat(first.path("total").asInt()).isEqualTo(3);
    assertThat(third.path("total").asInt()).isEqualTo(3);
    assertThat(first.at("/totals/sessions").asInt()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void products_fromViewToSale(State state) {
    JsonNode answer = KnownShops.in(state).report("products", WEEK + "&sort=product");

    assertThat(Shop.rows(answer))
        .containsExactly(
            "mug Red mug 1 1 1 1 2 5.25 5.25 1.0 1.0", "tray Tray 1 1 1 1 1 0.00 0.00 1.0 1.0");
    assertThat(answer.at("/totals/revenue").asString()).isEqualTo("5.25");
    assertThat(answer.at("/totals/views").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void products_narrowed(State state) {
    Shop shop = KnownShops.in(state);

    assertThat(Shop.rows(shop.report("products", WEEK + "&device=mobile")))
        .containsExactly("tray Tray 1 1 1 0 0 0.00 0.00 0.0 1.0");
    assertThat(Shop.rows(shop.report("products", WEEK + "&category=Home%20%3E%20Kitchen")))
        .containsExactly("mug Red mug 1 1 1 1 2 5.25 5.25 1.0 1.0");
    // Sold for pounds, but euros are the currency of the range.
    assertThat(Shop.rows(shop.report("products", WEEK + "&product=tray")))
        .containsExactly("tray Tray 1 1 1 1 1 0.00 0.00 1.0 1.0");
    // 23:30 UTC is the next day in Taipei.
    assertThat(
            Shop.rows(
                shop.report("products", "from=2026-11-04&to=2026-11-04&timezone=Asia/Taipei")))
        .containsExactly("tray Tray 1 1 1 0 0 0.00 0.00 0.0 1.0");
  }

  @Test
  void viewers_areThoseWhoAreKnown_howeverItIsAsked() {
    try (Shop shop = new Shop(KnownShops.SERVER)) {
      shop.product("mug", "Red mug")
          .event("2026-11-03 10:00:00", "product_view", 1, 1, "product", "mug", "device", "mobile")
          .event("2026-11-03 11:00:00", "product_view", 0, 0, "product", "mug", "device", "mobile")
          .store();

      for (String narrowed :
          List.of("", "&sort=-viewers", "&device=mobile", "&timezone=Asia/Taipei")) {
        assertThat(Shop.rows(shop.report("products", WEEK + narrowed)))
            .as(narrowed)
            .containsExactly("mug Red mug 2 1 0 0 0 0.00 0.00 0.0 0.0");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void searches_byKind(State state) {
    Shop shop = KnownShops.in(state);

    JsonNode top = shop.report("searches", WEEK);
    assertThat(Shop.rows(top)).containsExactly("mug en 1 1 1 1.0 2.0 0", "sofa en 1 1 0 0.0  1");
    assertThat(top.at("/totals/ctr").asDouble()).isEqualTo(.5);
    assertThat(Shop.rows(shop.report("searches", WEEK + "&kind=without_result")))
        .containsExactly("sofa en 1 1 0 0.0  1");
    assertThat(Shop.rows(shop.report("searches", WEEK + "&kind=without_click"))).isEmpty();
    assertThat(Shop.rows(shop.report("searches", WEEK + "&device=mobile"))).isEmpty();
  }

  @Test
  void realtime_isTheLastHalfHour() {
    try (Shop shop = new Shop(KnownShops.SERVER)) {
      shop.product("mug", "Red mug")
          .event("2026-11-08 11:29:59", "page_view", 1, 1, "page", "/too-old")
          .event("2026-11-08 11:31:10", "page_view", 1, 1, "country", "GB", "page", "/")
          .event("2026-11-08 11:58:00", "product_view", 2, 2, "country", "DE", "product", "mug")
          .event("2026-11-08 11:58:30", "add_to_cart", 2, 2, "country", "DE", "product", "mug")
          .event("2026-11-08 12:00:01", "page_view", 3, 3, "page", "/from-the-future")
          .search("2026-11-08 11:57:00", 2, 2, "mug", 1, "country", "DE")
          .store();

      JsonNode answer = shop.report("realtime", "");

      assertThat(Shop.rows(answer)).hasSize(30);
      assertThat(Shop.rows(answer).getFirst()).isEqualTo("2026-11-08T11:31:00Z 1 1 0 0 0 0 1");
      assertThat(Shop.rows(answer).get(27)).isEqualTo("2026-11-08T11:58:00Z 1 0 1 0 1 0 2");
      assertThat(answer.at("/totals/visitors").asInt()).isEqualTo(2);
      assertThat(answer.at("/totals/visitors_now").asInt()).isEqualTo(1);
      assertThat(answer.at("/totals/searches").asInt()).isEqualTo(1);
      assertThat(answer.path("recent").size()).isEqualTo(3);
      assertThat(answer.at("/recent/0/action").asString()).isEqualTo("add_to_cart");
      assertThat(answer.at("/recent/0/title").asString()).isEqualTo("Red mug");
      JsonNode germany = shop.report("realtime", "country=DE");
      assertThat(germany.at("/totals/events").asInt()).isEqualTo(3);
    }
  }
}
