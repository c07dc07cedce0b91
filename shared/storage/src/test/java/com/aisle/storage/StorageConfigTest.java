package com.aisle.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StorageConfigTest {

  @Test
  void from_nothing_givesDefaults() {
    assertThat(StorageConfig.from(Map.of()))
        .isEqualTo(new StorageConfig("aisle", Duration.ofSeconds(10)));
  }

  @Test
  void from_everyKey_isHeeded() {
    Map<String, String> environment =
        Map.of("AISLE_BUCKET", "shop", "AISLE_STORAGE_TIMEOUT_SECONDS", "3");
    assertThat(StorageConfig.from(environment))
        .isEqualTo(new StorageConfig("shop", Duration.ofSeconds(3)));
    assertThat(keysReadBy()).isEqualTo(environment.keySet());
  }

  @Test
  void from_senselessValue_isRefused() {
    assertThatThrownBy(() -> StorageConfig.from(Map.of("AISLE_STORAGE_TIMEOUT_SECONDS", "0")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<String> keysReadBy() {
    Set<String> keys = new TreeSet<>();
    StorageConfig.from(
        new HashMap<>() {
          @Override
          public String getOrDefault(Object key, String defaultValue) {
            keys.add((String) key);
            return defaultValue;
          }
        });
    return keys;
  }
}
