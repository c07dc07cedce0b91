package com.aisle.local.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.local.launcher.demo.Order.Line;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderDocumentTest {
  private static final LocalDateTime DATE = LocalDateTime.parse("2011-12-09T12:50");
  private static final Instant TIME = Instant.parse("2026-11-24T12:50:00Z");

  @Test
  void of_sale_isAnOrderPlaced() {
    Order order = order("581587", "12680", new Line("or-22138", 3, new BigDecimal("4.95")));

    assertThat(OrderDocument.of(order, TIME).toString())
        .isEqualTo(
            """
            {"type":"OrderPlaced","order_id":"581587","placed_at":"2026-11-24T12:50:00Z",\
            "user_id":"customer-12680","client_id":"demo-customer-12680","country":"FR",\
            "currency":"GBP","lines":[{"product":"or-22138","quantity":3,"unit_price":"4.95"}]}""");
  }

  @Test
  void of_cancellation_isAnOrderRefundedWithPositiveNumbers() {
    Order order = order("C5", "", new Line("or-1", -2, new BigDecimal("1.5")));

    assertThat(OrderDocument.of(order, TIME).toString())
        .isEqualTo(
            """
            {"type":"OrderRefunded","order_id":"C5","refund_id":"C5",\
            "refunded_at":"2026-11-24T12:50:00Z","client_id":"demo-guest-C5","country":"FR",\
            "currency":"GBP","lines":[{"product":"or-1","quantity":2,"unit_price":"1.5"}]}""");
  }

  @Test
  void shift_lastOrder_isOfTodayOrElseOfYesterday() {
    assertThat(shifted("2026-11-25T13:00:00Z")).isEqualTo("2026-11-25T12:50:00Z");
    assertThat(shifted("2026-11-25T01:00:00Z")).isEqualTo("2026-11-24T12:50:00Z");
    assertThat(shifted("2026-06-25T13:00:00Z")).isEqualTo("2026-06-25T11:50:00Z");
  }

  @Test
  void country_namesOfTheSource_haveCodesWhereTheyAreCountries() {
    assertThat(Countries.code("United Kingdom")).contains("GB");
    assertThat(Countries.code("EIRE")).contains("IE");
    assertThat(Countries.code("Hong Kong")).contains("HK");
    assertThat(Countries.code("Unspecified")).isEmpty();
  }

  private static Order order(String invoice, String customer, Line line) {
    return new Order(invoice, DATE, customer, "France", List.of(line));
  }

  private static String shifted(String now) {
    Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    return Shift.to(clock, DATE).apply(DATE).toString();
  }
}
