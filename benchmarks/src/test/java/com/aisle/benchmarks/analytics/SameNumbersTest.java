package com.aisle.benchmarks.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SameNumbersTest {
  private static final JsonNode ANSWER =
      JsonMapper.builder()
          .build()
          .readTree(
              """
              {"columns": [{"name": "day"}, {"name": "visitors"}, {"name": "orders"}, {"name": "revenue"}],
               "rows": [["2026-11-24", 1000, 3, "4.50"]], "totals": {"orders": 3}}""");

  @Test
  void difference_sameNumbersInOtherTypes_isNone() {
    assertThat(difference("2026-11-24", 1_000, 3, "4.5000")).isEmpty();
    assertThat(difference(null, 1_000, 3, "4.5")).isEmpty();
  }

  @Test
  void difference_ofPeople_mayBeTwoPercent() {
    assertThat(difference("2026-11-24", 1_015, 3, "4.5")).isEmpty();
    assertThat(difference("2026-11-24", 1_050, 3, "4.5"))
        .contains("[2026-11-24]: visitors is 1000, not 1050");
  }

  @Test
  void difference_oneOrderMoreOrALostRow_isTold() {
    assertThat(difference("2026-11-24", 1_000, 4, "4.5"))
        .contains("[2026-11-24]: orders is 3, not 4");
    assertThat(difference(null, 1_000, 4, "4.5")).contains("[null]: orders is 3, not 4");
    assertThat(difference("2026-11-23", 1_000, 3, "4.5")).contains("no row for [2026-11-23]");
    assertThat(SameNumbers.difference(ANSWER, List.of("day"), List.of()))
        .contains("there are no rows");
  }

  private static java.util.Optional<String> difference(
      @Nullable String day, long visitors, long orders, String revenue) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("day", day);
    row.put("visitors", visitors);
    row.put("orders", orders);
    row.put("revenue", new BigDecimal(revenue));
    return SameNumbers.difference(ANSWER, List.of("day"), List.of(row));
  }
}
