package com.aisle.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertsConfigTest {

  private static final Map<String, String> ALL =
      Map.of(
          "AISLE_ALERTS_TOPIC_ARN", "topic",
          "AISLE_REPORTS_FUNCTION", "reports:live",
          "AISLE_STAFF_TOKEN_SECRET", "token",
          "AISLE_CONSOLE_URL", "https://shop.example/console");

  @Test
  void everyKey_isRead_andNoOther() {
    Set<String> read = new HashSet<>();
    Map<String, String> recording =
        new HashMap<>(ALL) {
          private static final long serialVersionUID = 1L;

          @Override
          public String getOrDefault(Object key, String whenAbsent) {
            read.add((String) key);
            return super.getOrDefault(key, whenAbsent);
          }
        };

    assertThat(AlertsConfig.from(recording))
        .isEqualTo(
            new AlertsConfig("topic", "reports:live", "token", "https://shop.example/console/"));
    assertThat(read).isEqualTo(ALL.keySet());
  }

  @Test
  void keyWithoutDefault_missing_isNamed() {
    Map<String, String> required = new HashMap<>(ALL);
    required.remove("AISLE_CONSOLE_URL");
    assertThat(AlertsConfig.from(required).consoleUrl()).isEqualTo("/console/");
    for (String key : required.keySet()) {
      Map<String, String> incomplete = new HashMap<>(required);
      incomplete.remove(key);
      assertThatThrownBy(() -> AlertsConfig.from(incomplete)).hasMessageContaining(key);
    }
  }
}
