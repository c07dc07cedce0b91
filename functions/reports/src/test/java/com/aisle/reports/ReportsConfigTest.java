package com.aisle.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.AbstractMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportsConfigTest {

  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("AISLE_STAFF_TOKEN_SECRET", "secret"),
          Map.entry("AISLE_SHOP_TIMEZONE", "Asia/Taipei"),
          Map.entry("AISLE_REPORT_NOTICE", "demo"),
          Map.entry("AISLE_REPORT_TIME_MILLIS", "1"),
          Map.entry("AISLE_QUERY_TIME_MILLIS", "2"),
          Map.entry("AISLE_REPORT_MEMORY_MEGABYTES", "30"),
          Map.entry("AISLE_REPORT_ROWS_READ_MILLIONS", "4"),
          Map.entry("AISLE_REPORTS_CACHED", "5"),
          Map.entry("AISLE_REPORT_FRESH_MILLIS", "6"),
          Map.entry("AISLE_REPORT_CLOSED_FRESH_SECONDS", "7"),
          Map.entry("AISLE_WAREHOUSE_FAILURES", "8"),
          Map.entry("AISLE_WAREHOUSE_PAUSE_MILLIS", "9"));

  @Test
  void everyOtherKey_hasADefault() {
    assertThat(ReportsConfig.from(Map.of("AISLE_STAFF_TOKEN_SECRET", "secret")))
        .isEqualTo(
            new ReportsConfig(
                "secret",
                ZoneId.of("UTC"),
                "",
                Duration.ofSeconds(8),
                Duration.ofSeconds(3),
                2_000_000_000L,
                1_000_000_000L,
                500,
                Duration.ofSeconds(2),
                Duration.ofMinutes(1),
                3,
                Duration.ofSeconds(3)));
  }

  @Test
  void everyKey_isRead_andNoOther() {
    Set<String> read = new HashSet<>();

    ReportsConfig config = ReportsConfig.from(recording(OTHERS, read));

    assertThat(read).isEqualTo(OTHERS.keySet());
    assertThat(config)
        .isEqualTo(
            new ReportsConfig(
                "secret",
                ZoneId.of("Asia/Taipei"),
                "demo",
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                30_000_000L,
                4_000_000L,
                5,
                Duration.ofMillis(6),
                Duration.ofSeconds(7),
                8,
                Duration.ofMillis(9)));
  }

  @Test
  void valueThatIsNone_isRefusedByItsKey() {
    assertThatThrownBy(() -> with("AISLE_SHOP_TIMEZONE", "Mars"))
        .hasMessageContaining("AISLE_SHOP_TIMEZONE must be the name of a time zone");
    assertThatThrownBy(() -> with("AISLE_REPORTS_CACHED", "0"))
        .hasMessageContaining("AISLE_REPORTS_CACHED must be a whole number from 1 to");
    assertThatThrownBy(() -> with("AISLE_WAREHOUSE_FAILURES", "few")).hasMessageContaining("'few'");
    assertThatThrownBy(() -> ReportsConfig.from(Map.of()))
        .hasMessageContaining("AISLE_STAFF_TOKEN_SECRET is not set");
  }

  private static ReportsConfig with(String key, String value) {
    return ReportsConfig.from(Map.of("AISLE_STAFF_TOKEN_SECRET", "secret", key, value));
  }

  private static Map<String, String> recording(Map<String, String> values, Set<String> read) {
    return new AbstractMap<>() {
      @Override
      public String get(Object key) {
        read.add((String) key);
        return values.get(key);
      }

      @Override
      public boolean containsKey(Object key) {
        return values.containsKey(key);
      }

      @Override
      public Set<Entry<String, String>> entrySet() {
        return values.entrySet();
      }
    };
  }
}
