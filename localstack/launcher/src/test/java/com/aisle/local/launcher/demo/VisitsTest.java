package com.aisle.local.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.local.launcher.demo.Order.Line;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class VisitsTest {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void around_demoShop_isAPlausibleYear() {
    OrderFile orders = new OrderFile(Path.of("../demo/orders.csv.gz"));
    Map<String, Long> actions = new HashMap<>();
    Set<String> ids = new HashSet<>();
    long[] events = {0};
    Visits visits =
        new Visits(
            Shift.to(NOW, orders.end()),
            NOW,
            (sender, visit) -> {
              for (ObjectNode event : visit) {
                actions.merge(event.path("action_name").asString(), 1L, Long::sum);
                ids.add(event.path("event_id").asString());
                events[0]++;
              }
            });
    orders.forEach(visits::around);

    assertThat(ids).hasSize((int) events[0]);
    assertThat(visits.count()).isBetween(15_000L, 20_000L);
    assertThat(events[0]).isBetween(80_000L, 140_000L);
    double conversion = (double) actions.get("purchase") / visits.count();
    assertThat(conversion).isBetween(0.04, 0.08);
    assertThat(actions.get("checkout"))
        .isBetween(actions.get("purchase"), actions.get("add_to_cart"));
    assertThat(actions.get("add_to_cart")).isLessThan(actions.get("product_view"));
  }

  @Test
  void around_sameOrders_makesTheSameVisits() {
    assertThat(madeOf(orders())).isNotEmpty().isEqualTo(madeOf(orders()));
  }

  @Test
  void around_order_hasNoEventAfterNow() {
    for (String event : madeOf(orders())) {
      String time = event.replaceAll(".*\"timestamp\":\"([^\"]+)\".*", "$1");
      assertThat(Instant.parse(time)).isBeforeOrEqualTo(NOW.instant());
    }
  }

  @Test
  void around_cancellation_makesNoVisit() {
    assertThat(madeOf(List.of(order("C1", -1)))).isEmpty();
  }

  private static List<Order> orders() {
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      orders.add(order("5" + i, 2));
    }
    return orders;
  }

  private static Order order(String invoice, int quantity) {
    LocalDateTime now = LocalDateTime.ofInstant(NOW.instant(), ZoneOffset.UTC);
    return new Order(
        invoice,
        now.minus(Duration.ofMinutes(5)),
        "12680",
        "France",
        List.of(new Line("or-22138", quantity, BigDecimal.ONE)));
  }

  private static List<String> madeOf(List<Order> orders) {
    List<String> events = new ArrayList<>();
    Visits visits =
        new Visits(new Shift(0), NOW, (sender, visit) -> visit.forEach(e -> events.add(e + "")));
    orders.forEach(visits::around);
    return events;
  }
}
