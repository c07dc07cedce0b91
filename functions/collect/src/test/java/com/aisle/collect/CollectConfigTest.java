package com.aisle.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.events.ShopCalendar;
import java.time.Duration;
import java.time.ZoneId;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CollectConfigTest {

  private static final Map<String, String> REQUIRED =
      Map.of(
          "AISLE_BEHAVIOUR_TOPIC_ARN", "topic",
          "AISLE_WAREHOUSE_QUEUE_URL", "queue",
          "AISLE_PSEUDONYM_KEY_SECRET", "secret");

  @Test
  void everyOtherKey_hasADefault() {
    assertThat(CollectConfig.from(REQUIRED))
        .isEqualTo(
            new CollectConfig(
                "topic",
                "queue",
                "secret",
                Duration.ofDays(400),
                new ShopCalendar(ZoneId.of("UTC"))));
  }

  @Test
  void everyKey_isRead_andNoOther() {
    Map<String, String> all = new HashMap<>(REQUIRED);
    all.put("AISLE_OLDEST_EVENT_DAYS", "7");
    all.put("AISLE_SHOP_TIMEZONE", "Asia/Taipei");
    Set<String> read = new HashSet<>();
    CollectConfig config = CollectConfig.from(recording(all, read));
    assertThat(read).isEqualTo(all.keySet());
    assertThat(config.oldestEvent()).isEqualTo(Duration.ofDays(7));
    assertThat(config.calendar().zone()).isEqualTo(ZoneId.of("Asia/Taipei"));
  }

  @Test
  void wrongOrMissing_isNamed() {
    for (String key : REQUIRED.keySet()) {
      Map<String, String> without = new HashMap<>(REQUIRED);
      without.remove(key);
      assertThatThrownBy(() -> CollectConfig.from(without)).hasMessageContaining(key);
    }
    Map<String, String> never = new HashMap<>(REQUIRED);
    never.put("AISLE_OLDEST_EVENT_DAYS", "never");
    assertThatThrownBy(() -> CollectConfig.from(never)).hasMessageContaining("'never'");
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
