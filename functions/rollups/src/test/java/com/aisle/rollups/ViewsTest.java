package com.aisle.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What the views of infra/clickhouse say about facts that are small enough to count by hand. */
@EnabledIf("com.aisle.local.launcher.ClickHouseEndpoint#isPossible")
class ViewsTest {

  private static final String DAY = "['2026-11-24']";
  private static TestWarehouse shop;

  @BeforeAll
  static void start() {
    shop = new TestWarehouse();
  }

  @AfterAll
  static void stop() {
    shop.close();
  }

  @BeforeEach
  void empty() {
    shop.empty();
  }

  private static List<String> view(String columns, String view) {
    return view(columns, view, DAY);
  }

  private static List<String> view(String columns, String view, String days) {
    return shop.ask("SELECT %s FROM %s(days = %s) ORDER BY ALL".formatted(columns, view, days));
  }

  @Test
  void minutes_countNoRepetitionsNoBotsAndNobodyWithoutConsent() {
    shop.event("2026-11-24 10:00:01.000", "page_view", "client", 1, "event_id", "a");
    shop.event("2026-11-24 10:00:01.000", "page_view", "client", 1, "event_id", "a");
    shop.event("2026-11-24 10:00:59.999", "page_view", "client", 1, "event_id", "b");
    shop.event("2026-11-24 10:00:30.000", "page_view", "event_id", "without-consent");
    shop.event("2026-11-24 10:00:30.000", "page_view", "client", 2, "device", "bot");
    shop.event("2026-11-24 10:01:00.000", "page_view", "client", 3, "event_id", "c");
    assertThat(
            view(
                "formatDateTime(minute, '%H:%i'), action, events, finalizeAggregation(people)",
                "minutes_of_days"))
        .containsExactly("10:00|page_view|3|1", "10:01|page_view|1|1");
  }

  @Test
  void session_isSplitAtMidnight() {
    shop.event("2026-11-23 23:59:00.000", "page_view", "session", 7, "client", 1, "page", "/a");
    shop.event("2026-11-24 00:01:00.000", "product_view", "session", 7, "client", 1, "page", "/b");
    assertThat(
            view(
                "day, started_at, landing_page, exit_page, steps, events",
                "sessions_of_days",
                "['2026-11-23', '2026-11-24']"))
        .containsExactly(
            "2026-11-23|2026-11-23T23:59:00Z|/a|/a|p|1",
            "2026-11-24|2026-11-24T00:01:00Z|/b|/b|v|1");
  }

  @Test
  void session_keepsTheOrderOfItsStepsAndCountsThem() {
    shop.event("2026-11-24 10:00:00.900", "page_view", "session", 7, "client", 1);
    shop.search("2026-11-24 10:00:00.950", "q1", "mug", "session", 7, "client", 1);
    shop.event(
        "2026-11-24 10:00:00.970", "impression", "session", 7, "client", 1, "event_id", "i1");
    shop.event(
        "2026-11-24 10:00:00.970", "impression", "session", 7, "client", 1, "event_id", "i2");
    shop.event("2026-11-24 10:00:00.990", "click", "session", 7, "client", 1);
    shop.event("2026-11-24 10:00:05.900", "product_view", "session", 7, "client", 1);
    shop.event("2026-11-24 10:01:00.000", "add_to_cart", "session", 7, "client", 1);
    shop.event("2026-11-24 10:02:00.000", "checkout", "session", 7, "client", 1);
    shop.event("2026-11-24 10:03:00.000", "purchase", "session", 7, "client", 1);
    assertThat(
            view(
                "steps, offsets, events, page_views, searches, search_clicks, product_views, carts,"
                    + " checkouts, purchases",
                "sessions_of_days"))
        .containsExactly("pqisvckb|[0, 0, 0, 0, 5, 59, 119, 179]|9|1|1|1|1|1|1|1");
  }

  @Test
  void session_belongsToTheUserWhoSignedInLast() {
    shop.event("2026-11-24 10:00:00.000", "page_view", "session", 7, "client", 1);
    shop.event("2026-11-24 10:01:00.000", "page_view", "session", 7, "client", 1, "user", 900);
    shop.event("2026-11-24 10:02:00.000", "page_view", "session", 7, "client", 1, "user", 200);
    shop.event("2026-11-24 10:03:00.000", "page_view", "session", 7, "client", 1);
    assertThat(view("person, client, events", "sessions_of_days")).containsExactly("200|1|4");
  }

  @Test
  void session_comesFromWhereItsFirstPageCameFrom() {
    shop.search("2026-11-24 09:59:59.000", "q1", "mug", "session", 7, "client", 1);
    shop.event(
        "2026-11-24 10:00:00.000", "page_view", "session", 7, "client", 1, "source", "newsletter");
    shop.event("2026-11-24 10:01:00.000", "page_view", "session", 7, "client", 1, "source", "");
    assertThat(view("source, steps", "sessions_of_days")).containsExactly("newsletter|qp");
  }

  @Test
  void botsAndVisitsWithoutConsent_areNoSessions() {
    shop.event("2026-11-24 10:00:00.000", "page_view", "event_id", "without-consent");
    shop.event("2026-11-24 10:00:00.000", "page_view", "session", 8, "client", 2, "device", "bot");
    shop.search("2026-11-24 10:00:00.000", "q1", "mug");
    assertThat(view("session", "sessions_of_days")).isEmpty();
  }

  @Test
  void products_countWhatWasDoneToThem() {
    shop.event("2026-11-24 10:00:00.000", "product_view", "client", 1, "product", "mug");
    shop.event("2026-11-24 10:01:00.000", "product_view", "client", 1, "product", "mug");
    shop.event("2026-11-24 10:02:00.000", "product_view", "client", 2, "product", "mug");
    shop.event("2026-11-24 10:03:00.000", "product_view", "product", "mug");
    shop.event(
        "2026-11-24 10:03:00.000",
        "product_view",
        "client",
        3,
        "product",
        "mug",
        "device",
        "bot",
        "event_id",
        "bot");
    shop.event("2026-11-24 10:04:00.000", "click", "client", 1, "product", "mug");
    shop.event("2026-11-24 10:05:00.000", "add_to_cart", "client", 1, "product", "mug");
    shop.event("2026-11-24 10:05:00.000", "page_view", "client", 1);
    assertThat(
            view(
                "product, views, finalizeAggregation(viewers), search_clicks, carts, impressions",
                "products_of_days"))
        .containsExactly("mug|4|2|1|1|0");
  }

  @Test
  void keystrokes_areOneIntentNamedByTheLast() {
    shop.search("2026-11-24 10:00:00.000", "q1", "re", "client", 1, "hits", 0);
    shop.search("2026-11-24 10:00:01.000", "q2", "red", "client", 1, "hits", 90);
    shop.search("2026-11-24 10:00:03.000", "q3", "red mug", "client", 1, "hits", 5);
    shop.event("2026-11-24 10:00:09.000", "click", "client", 1, "query_id", "q3", "position", 2);
    shop.event("2026-11-24 10:00:19.000", "click", "client", 1, "query_id", "q3", "position", 5);
    assertThat(queries()).containsExactly("red mug|1|3|0|1|2|7");
  }

  @Test
  void otherSearches_areIntentsOfTheirOwn() {
    shop.search("2026-11-24 10:00:00.000", "q1", "mug", "client", 1, "hits", 0);
    shop.search("2026-11-24 10:00:32.000", "q2", "mug", "client", 1, "hits", 0);
    shop.search("2026-11-24 10:00:33.000", "q3", "lamp", "client", 1, "hits", 4);
    shop.search("2026-11-24 10:00:33.500", "q4", "mug", "client", 2, "hits", 1);
    shop.search("2026-11-24 10:00:34.000", "q5", "mug", "hits", 1);
    shop.search("2026-11-24 10:00:35.000", "q6", "mug", "hits", 1);
    assertThat(queries()).containsExactly("lamp|1|1|0|0|0|0", "mug|5|5|2|0|0|0");
  }

  @Test
  void furtherPagesBrowsingAndBots_areNoIntents() {
    shop.search("2026-11-24 10:00:00.000", "q1", "mug", "client", 1, "hits", 50, "page", 1);
    shop.search("2026-11-24 10:00:05.000", "q2", "mug", "client", 1, "hits", 50, "page", 2);
    shop.search("2026-11-24 10:00:06.000", "q3", "", "client", 1, "hits", 50);
    shop.search("2026-11-24 10:00:07.000", "q4", "mug", "client", 2, "device", "bot");
    shop.search("2026-11-24 10:00:00.000", "q1", "mug", "client", 1, "hits", 50, "page", 1);
    assertThat(queries()).containsExactly("mug|1|1|0|0|0|0");
  }

  private static List<String> queries() {
    return view(
        "query, intents, searches, without_result, clicked, clicks, positions", "queries_of_days");
  }

  @Test
  void recommendations_areCountedByKindAndProduct() {
    shop.event(
        "2026-11-24 10:00:00.000",
        "recommendation_impression",
        "client",
        1,
        "product",
        "mug",
        "recommendation_kind",
        "similar");
    shop.event(
        "2026-11-24 10:01:00.000",
        "recommendation_impression",
        "client",
        2,
        "product",
        "mug",
        "recommendation_kind",
        "similar");
    shop.event(
        "2026-11-24 10:02:00.000",
        "recommendation_click",
        "client",
        2,
        "product",
        "mug",
        "recommendation_kind",
        "similar");
    shop.event(
        "2026-11-24 10:03:00.000",
        "recommendation_impression",
        "client",
        2,
        "product",
        "mug",
        "recommendation_kind",
        "trending");
    assertThat(view("kind, product, impressions, clicks", "recommendations_of_days"))
        .containsExactly("similar|mug|2|1", "trending|mug|1|0");
  }

  private static void click(String time, String product, String query, Object... columns) {
    Object[] all = java.util.Arrays.copyOf(columns, columns.length + 4);
    all[columns.length] = "product";
    all[columns.length + 1] = product;
    all[columns.length + 2] = "query_id";
    all[columns.length + 3] = query;
    shop.event(time, "click", all);
  }

  private static List<String> sales() {
    return view(
        "kind, order_id, product, amount,"
            + " if(search_age = 4294967295, 'none', toString(search_age)), search_query_id,"
            + " if(recommendation_age = 4294967295, 'none', toString(recommendation_age)),"
            + " recommendation_kind",
        "sales_of_days");
  }

  @Test
  void sale_isAttributedToTheLastClickOnTheSameProductBeforeIt() {
    click("2026-11-24 09:00:00.000", "mug", "early", "client", 1);
    click("2026-11-24 09:59:00.000", "mug", "last", "client", 1);
    click("2026-11-24 09:59:30.000", "lamp", "other-product", "client", 1);
    click("2026-11-24 09:59:40.000", "mug", "other-person", "client", 2);
    click("2026-11-24 10:00:01.000", "mug", "later", "client", 1);
    shop.event(
        "2026-11-24 09:30:00.000",
        "recommendation_click",
        "client",
        1,
        "product",
        "mug",
        "recommendation_id",
        "r1",
        "recommendation_kind",
        "similar");
    shop.line("2026-11-24 10:00:00.000", "sale", "o1", 1, "mug", "client", 1);
    shop.line("2026-11-24 10:00:00.000", "sale", "o1", 2, "chair", "client", 1);
    assertThat(sales())
        .containsExactly(
            "sale|o1|chair|10.0000|none||none|", "sale|o1|mug|10.0000|60|last|1800|similar");
  }

  @Test
  void click_countsForThirtyDays() {
    click("2026-10-25 10:00:00.000", "mug", "just-in", "client", 1);
    click("2026-10-25 09:59:59.999", "lamp", "too-old", "client", 1);
    shop.line("2026-11-24 10:00:00.000", "sale", "o1", 1, "mug", "client", 1);
    shop.line("2026-11-24 10:00:00.000", "sale", "o1", 2, "lamp", "client", 1);
    assertThat(sales())
        .containsExactly(
            "sale|o1|lamp|10.0000|none||none|", "sale|o1|mug|10.0000|2592000|just-in|none|");
  }

  @Test
  void refund_isAttributedLikeItsOrder() {
    click("2026-11-10 09:59:00.000", "mug", "before", "client", 1);
    click("2026-11-20 10:00:00.000", "mug", "between", "client", 1);
    shop.line(
        "2026-11-24 10:00:00.000",
        "refund",
        "o1",
        1,
        "mug",
        "client",
        1,
        "placed_at",
        "2026-11-10 10:00:00.000");
    assertThat(sales()).containsExactly("refund|o1|mug|-10.0000|60|before|none|");
  }

  @Test
  void clicksBeforeSigningInAndAfterSigningOut_areThePersonsOwn() {
    click("2026-11-24 09:00:00.000", "mug", "anonymous", "client", 1);
    click("2026-11-24 09:30:00.000", "lamp", "signed-in", "client", 2, "user", 200);
    shop.line("2026-11-24 10:00:00.000", "sale", "o1", 1, "mug", "client", 1, "user", 100);
    shop.line("2026-11-24 10:00:00.000", "sale", "o2", 1, "lamp", "client", 2);
    assertThat(sales())
        .containsExactly(
            "sale|o1|mug|10.0000|3600|anonymous|none|",
            "sale|o2|lamp|10.0000|1800|signed-in|none|");
  }

  @Test
  void refundWithoutTheTimeOfItsOrder_disturbsNoOther() {
    click("2026-11-24 09:00:00.000", "mug", "q", "client", 1);
    shop.line("2026-11-24 10:00:00.000", "sale", "o1", 1, "mug", "client", 1);
    shop.line(
        "2026-11-24 11:00:00.000",
        "refund",
        "o0",
        1,
        "mug",
        "client",
        1,
        "placed_at",
        "1970-01-01 00:00:00.000");
    assertThat(sales())
        .containsExactly("sale|o1|mug|10.0000|3600|q|none|", "refund|o0|mug|-10.0000|none||none|");
  }

  @Test
  void ordersRepeatedOrWithoutConsent_andClicksOfBots() {
    click("2026-11-24 09:00:00.000", "mug", "bot", "client", 1, "device", "bot");
    click("2026-11-24 09:00:00.000", "mug", "without-consent", "event_id", "x");
    shop.line("2026-11-24 10:00:00.000", "sale", "o1", 1, "mug", "client", 1);
    shop.line("2026-11-24 10:00:00.000", "sale", "o1", 1, "mug", "client", 1);
    shop.line("2026-11-24 10:00:00.000", "sale", "o2", 1, "mug");
    assertThat(sales())
        .containsExactly("sale|o1|mug|10.0000|none||none|", "sale|o2|mug|10.0000|none||none|");
  }
}
