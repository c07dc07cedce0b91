package com.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.events.ShopCalendar;
import com.aisle.warehouse.WarehouseConfig;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IngestConfigTest {

  private static final Map<String, String> LEAST =
      Map.of(
          "AISLE_WAREHOUSE_QUEUE_URL", "https://sqs.example/warehouse",
          "AISLE_WAREHOUSE_DEAD_LETTERS_URL", "https://sqs.example/dead",
          "AISLE_PSEUDONYM_KEY_SECRET", "aisle/pseudonyms",
          "AISLE_CLICKHOUSE_URL", "http://127.0.0.1:8123");

  /** The defaults. */
  static IngestConfig config() {
    return IngestConfig.from(LEAST);
  }

  @Test
  void defaults() {
    assertThat(config())
        .isEqualTo(
            new IngestConfig(
                "https://sqs.example/warehouse",
                "https://sqs.example/dead",
                "aisle/pseudonyms",
                10_000,
                Duration.ofSeconds(30),
                new ShopCalendar(ZoneId.of("UTC")),
                WarehouseConfig.from(LEAST)));
  }

  @Test
  void values_replaceDefaults() {
    Map<String, String> env = new HashMap<>(LEAST);
    env.put("AISLE_INGEST_BLOCK_ROWS", "500");
    env.put("AISLE_INGEST_RETRY_SECONDS", "5");
    env.put("AISLE_SHOP_TIMEZONE", "Asia/Taipei");
    IngestConfig config = IngestConfig.from(env);
    assertThat(config.mostRows()).isEqualTo(500);
    assertThat(config.longestDelay()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.calendar().zone()).isEqualTo(ZoneId.of("Asia/Taipei"));
  }

  @Test
  void value_thatIsNone_isRefusedByItsKey() {
    for (String value : new String[] {"0", "-1", "few", ""}) {
      Map<String, String> env = new HashMap<>(LEAST);
      env.put("AISLE_INGEST_BLOCK_ROWS", value);
      assertThatThrownBy(() -> IngestConfig.from(env))
          .hasMessage(
              "AISLE_INGEST_BLOCK_ROWS must be a whole number above 0, not '" + value + "'");
    }
  }

  @Test
  void requiredKey_missing_isNamed() {
    for (String key : LEAST.keySet()) {
      Map<String, String> env = new HashMap<>(LEAST);
      env.remove(key);
      assertThatThrownBy(() -> IngestConfig.from(env)).hasMessageContaining(key);
    }
  }

  @Test
  void everyKey_isListedHere() {
    Set<String> read = new TreeSet<>();
    IngestConfig.from(
        new HashMap<>(LEAST) {
          private static final long serialVersionUID = 1L;

          @Override
          public String getOrDefault(Object key, String byDefault) {
            read.add((String) key);
            return super.getOrDefault(key, byDefault);
          }
        });
    assertThat(read)
        .containsExactly(
            "AISLE_CLICKHOUSE_DATABASE",
            "AISLE_CLICKHOUSE_INSERT_SECONDS",
            "AISLE_CLICKHOUSE_PASSWORD_SECRET",
            "AISLE_CLICKHOUSE_URL",
            "AISLE_CLICKHOUSE_USER",
            "AISLE_INGEST_BLOCK_ROWS",
            "AISLE_INGEST_RETRY_SECONDS",
            "AISLE_PSEUDONYM_KEY_SECRET",
            "AISLE_SHOP_TIMEZONE",
            "AISLE_WAREHOUSE_DEAD_LETTERS_URL",
            "AISLE_WAREHOUSE_QUEUE_URL");
  }
}
