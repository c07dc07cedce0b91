package com.aisle.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.events.ShopCalendar;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordsConfigTest {

  private static final Map<String, String> ALL =
      Map.of(
          "AISLE_WAREHOUSE_QUEUE_URL", "http://sqs/warehouse",
          "AISLE_PSEUDONYM_KEY_SECRET", "key",
          "AISLE_SEARCH_RECORDS_MILLIS", "250",
          "AISLE_SHOP_TIMEZONE", "Asia/Taipei");

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

    assertThat(RecordsConfig.from(recording))
        .isEqualTo(
            new RecordsConfig(
                "http://sqs/warehouse",
                "key",
                Duration.ofMillis(250),
                new ShopCalendar(ZoneId.of("Asia/Taipei"))));
    assertThat(read).isEqualTo(ALL.keySet());
  }

  @Test
  void optionalKeys_haveDefaults() {
    Map<String, String> required = new HashMap<>(ALL);
    required.remove("AISLE_SEARCH_RECORDS_MILLIS");
    required.remove("AISLE_SHOP_TIMEZONE");

    RecordsConfig config = RecordsConfig.from(required);

    assertThat(config.every()).isEqualTo(Duration.ofMillis(100));
    assertThat(config.calendar().zone()).isEqualTo(ZoneId.of("UTC"));
  }

  @Test
  void requiredKey_missing_isNamed() {
    for (String key : Set.of("AISLE_WAREHOUSE_QUEUE_URL", "AISLE_PSEUDONYM_KEY_SECRET")) {
      Map<String, String> incomplete = new HashMap<>(ALL);
      incomplete.remove(key);
      assertThatThrownBy(() -> RecordsConfig.from(incomplete)).hasMessageContaining(key);
    }
  }

  @Test
  void value_thatIsNone_isRefusedByItsKey() {
    Map<String, String> wrong = new HashMap<>(ALL);
    wrong.put("AISLE_SEARCH_RECORDS_MILLIS", "-1");

    assertThatThrownBy(() -> RecordsConfig.from(wrong))
        .hasMessageContaining("AISLE_SEARCH_RECORDS_MILLIS must be a whole number from 0");
  }
}
