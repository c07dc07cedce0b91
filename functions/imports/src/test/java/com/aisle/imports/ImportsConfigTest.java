package com.aisle.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ImportsConfigTest {

  private static final Map<String, String> REQUIRED =
      Map.of(
          "AISLE_PRODUCT_CHANGES_QUEUE_URL", "changes",
          "AISLE_WAREHOUSE_QUEUE_URL", "warehouse",
          "AISLE_IMPORTS_QUEUE_URL", "imports",
          "AISLE_IMPORTS_DEAD_LETTERS_URL", "dead");

  @Test
  void from_requiredKeysOnly_givesDefaults() {
    assertThat(ImportsConfig.from(REQUIRED))
        .isEqualTo(
            new ImportsConfig(
                "changes",
                "warehouse",
                "imports",
                "dead",
                Duration.ofSeconds(60),
                Duration.ofSeconds(2)));
  }

  @Test
  void from_everyKey_isHeeded() {
    Set<String> keysRead = new TreeSet<>();
    Map<String, String> environment =
        new HashMap<>(REQUIRED) {
          @Override
          public String getOrDefault(Object key, String defaultValue) {
            keysRead.add((String) key);
            return super.getOrDefault(key, defaultValue);
          }
        };
    environment.put("AISLE_IMPORTS_STOP_BEFORE_SECONDS", "30");
    environment.put("AISLE_IMPORTS_SAVE_SECONDS", "5");
    assertThat(ImportsConfig.from(environment))
        .isEqualTo(
            new ImportsConfig(
                "changes",
                "warehouse",
                "imports",
                "dead",
                Duration.ofSeconds(30),
                Duration.ofSeconds(5)));
    assertThat(keysRead).isEqualTo(environment.keySet());
  }

  @Test
  void from_missingQueue_isNamed() {
    assertThatThrownBy(() -> ImportsConfig.from(Map.of()))
        .hasMessageContaining("AISLE_PRODUCT_CHANGES_QUEUE_URL is not set");
  }

  @Test
  void from_senselessNumber_isNamed() {
    Map<String, String> environment = new HashMap<>(REQUIRED);
    environment.put("AISLE_IMPORTS_SAVE_SECONDS", "soon");
    assertThatThrownBy(() -> ImportsConfig.from(environment))
        .hasMessageContaining("AISLE_IMPORTS_SAVE_SECONDS")
        .hasMessageContaining("soon");
  }
}
