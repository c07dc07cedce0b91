package com.aisle.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShopCalendarTest {

  private static final Instant EVENING = Instant.parse("2026-11-24T17:00:00Z");

  @Test
  void day_isThatOfTheShop() {
    ShopCalendar taipei = ShopCalendar.from(Map.of(ShopCalendar.KEY, "Asia/Taipei"));
    assertThat(taipei.day(EVENING)).isEqualTo(LocalDate.of(2026, 11, 25));
    assertThat(ShopCalendar.from(Map.of()).day(EVENING)).isEqualTo(LocalDate.of(2026, 11, 24));
  }

  @Test
  void unknownZone_isRefusedByItsKey() {
    assertThatThrownBy(() -> ShopCalendar.from(Map.of(ShopCalendar.KEY, "Mars")))
        .hasMessageContaining("AISLE_SHOP_TIMEZONE")
        .hasMessageContaining("'Mars'");
  }
}
