package com.aisle.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Eleven customers, so that each fifth of the way falls on one of them. Customer n ordered last n -
 * 1 days ago; 1 to 3 ordered twice, the others once.
 */
class RfmTest {

  /** What each paid; customer 1 gave back 20 of 120. */
  private static final int[] PAID = {120, 90, 80, 70, 60, 50, 40, 30, 20, 10, 200};

  private static final LocalDate LAST = LocalDate.of(2026, 11, 8);

  private static Shop open;
  private static Shop rolledUp;

  @BeforeAll
  static void order() {
    open = create().store();
    rolledUp = create().store().rollUp();
  }

  private static Shop create() {
    Shop shop = new Shop(KnownShops.SERVER);
    for (int customer = 1; customer <= PAID.length; customer++) {
      int orders = customer <= 3 ? 2 : 1;
      for (int order = 0; order < orders; order++) {
        String price = "%d".formatted(PAID[customer - 1] / orders);
        String time = LAST.minusDays(customer - 1L + order) + " 08:00:00";
        shop.sale(time, customer + "-" + order, customer, "mug", 1, price);
      }
    }
    return shop.refund("2026-11-08 09:00:00", "1-0", 1, "mug", 1, "20")
        .sale("2026-11-08 09:00:00", "unknown", 0, "mug", 1, "1000");
  }

  @AfterAll
  static void close() {
    open.close();
    rolledUp.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void segments(boolean isOpen) {
    JsonNode answer = (isOpen ? open : rolledUp).report("rfm", "to=2026-11-08");

    assertThat(Shop.rows(answer))
        .containsExactly(
            "champions 3 6 270.00 0.36 1.0 2.0 90.00",
            "loyal 0 0 0.00 0.0   ",
            "potential_loyalists 2 2 130.00 0.173333 3.5 1.0 65.00",
            "new 0 0 0.00 0.0   ",
            "promising 0 0 0.00 0.0   ",
            "need_attention 0 0 0.00 0.0   ",
            "about_to_sleep 2 2 90.00 0.12 5.5 1.0 45.00",
            "at_risk 1 1 200.00 0.266667 10.0 1.0 200.00",
            "cannot_lose 0 0 0.00 0.0   ",
            "hibernating 3 3 60.00 0.08 8.0 1.0 20.00");
    assertThat(answer.path("totals").toString())
        .contains("\"people\":11", "\"orders\":14", "\"revenue\":\"750.00\"");
    assertThat(answer.path("from").asString()).isEqualTo("2025-11-09");
  }

  @ParameterizedTest
  @CsvSource({
    "5, 1, NEW",
    "5, 3, POTENTIAL_LOYALISTS",
    "5, 4, CHAMPIONS",
    "4, 1, PROMISING",
    "4, 5, LOYAL",
    "3, 2, ABOUT_TO_SLEEP",
    "3, 3, NEED_ATTENTION",
    "3, 4, LOYAL",
    "2, 2, HIBERNATING",
    "1, 4, AT_RISK",
    "2, 5, CANNOT_LOSE"
  })
  void grid(int recency, int frequencyAndMoney, CustomerSegment segment) {
    assertThat(CustomerSegment.of(recency, frequencyAndMoney)).isEqualTo(segment);
  }
}
