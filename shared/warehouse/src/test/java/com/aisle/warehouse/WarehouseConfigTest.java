package com.aisle.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WarehouseConfigTest {

  private static final String URL = "AISLE_CLICKHOUSE_URL";

  @Test
  void defaults() {
    assertThat(WarehouseConfig.from(Map.of(URL, "https://ch.example.com:8443")))
        .isEqualTo(
            new WarehouseConfig(
                URI.create("https://ch.example.com:8443"),
                "default",
                "",
                "aisle",
                Duration.ofSeconds(30)));
  }

  @Test
  void everyKey_isRead() {
    Set<String> read = new HashSet<>();
    Map<String, String> recording =
        new HashMap<>(Map.of(URL, "http://127.0.0.1:8123")) {
          private static final long serialVersionUID = 1L;

          @Override
          public String getOrDefault(Object key, String standard) {
            read.add((String) key);
            return super.getOrDefault(key, standard);
          }
        };
    WarehouseConfig.from(recording);
    assertThat(read)
        .containsExactlyInAnyOrder(
            URL,
            "AISLE_CLICKHOUSE_USER",
            "AISLE_CLICKHOUSE_PASSWORD_SECRET",
            "AISLE_CLICKHOUSE_DATABASE",
            "AISLE_CLICKHOUSE_INSERT_SECONDS");
  }

  @Test
  void badValues_areNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WarehouseConfig.from(Map.of()))
        .withMessageContaining(URL);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> WarehouseConfig.from(Map.of(URL, "http://x", "AISLE_CLICKHOUSE_DATABASE", "a;b")))
        .withMessageContaining("a;b");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                WarehouseConfig.from(
                    Map.of(URL, "http://x", "AISLE_CLICKHOUSE_INSERT_SECONDS", "0")))
        .withMessageContaining("from 1 to 9999");
  }
}
