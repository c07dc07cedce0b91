package com.aisle.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeopleConfigTest {

  private static final Map<String, String> ALL =
      Map.of(
          "AISLE_STAFF_TOKEN_SECRET", "staff",
          "AISLE_PSEUDONYM_KEY_SECRET", "key",
          "AISLE_WAREHOUSE_DEAD_LETTERS_URL", "letters");

  @Test
  void everyKey_isRead_andNoOther() {
    Set<String> read = new HashSet<>();
    assertThat(PeopleConfig.from(recording(ALL, read)))
        .isEqualTo(new PeopleConfig("staff", "key", "letters"));
    assertThat(read).isEqualTo(ALL.keySet());
  }

  @Test
  void missingKey_isNamed() {
    for (String key : ALL.keySet()) {
      Map<String, String> without = new HashMap<>(ALL);
      without.remove(key);
      assertThatThrownBy(() -> PeopleConfig.from(without)).hasMessageContaining(key);
    }
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
