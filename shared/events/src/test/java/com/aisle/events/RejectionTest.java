package com.aisle.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RejectionTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final ShopCalendar calendar = ShopCalendar.from(Map.of());

  @Test
  void row_isThatOfTheTable() {
    Rejection rejection = new Rejection("events", "no time", "{}", "e1", -1, 2, 0);

    assertThat(rejection.row(calendar, NOON).json())
        .isEqualTo(
            "{\"day\":\"2026-11-25\",\"rejected_at\":\"2026-11-25 12:00:00.000\","
                + "\"rejection_id\":\"%s\",\"source\":\"events\",\"reason\":\"no time\","
                    .formatted(rejection.id())
                + "\"event_id\":\"e1\",\"person\":\"18446744073709551615\",\"client\":\"2\","
                + "\"payload\":\"{}\"}");
  }

  @Test
  void id_isThatOfWhatCame_whateverTheReason() {
    Rejection rejection = new Rejection("events", "no time", "{}", "e1", 1, 1, 0);

    // printf 'events{}' | sha256sum
    assertThat(rejection.id()).isEqualTo("88c7f2f3d22c361d4a667ecf35094ad6");
    assertThat(new Rejection("events", "no name", "{}", "e1", 1, 1, 0).id())
        .isEqualTo(rejection.id());
    assertThat(new Rejection("orders", "no time", "{}", "e1", 1, 1, 0).id())
        .isNotEqualTo(rejection.id());
  }
}
