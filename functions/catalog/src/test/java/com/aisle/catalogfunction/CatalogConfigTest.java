package com.aisle.catalogfunction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogConfigTest {

  private static final Map<String, String> REQUIRED =
      Map.of(
          "AISLE_CATALOG_WRITES_QUEUE_URL", "https://q",
          "AISLE_CATALOG_WRITES_DEAD_LETTERS_URL", "https://d");

  private static final Map<String, String> OTHERS =
      Map.of(
          "AISLE_CATALOG_WRITES_QUEUE_URL", "https://q",
          "AISLE_CATALOG_WRITES_DEAD_LETTERS_URL", "https://d",
          "AISLE_INDEX_PREFIX", "other/",
          "AISLE_INDEX_FOLDER", "/writer",
          "AISLE_INDEX_GARBAGE_EVERY", "3",
          "AISLE_INDEX_GENERATIONS_KEPT", "4",
          "AISLE_INDEX_MINUTES_KEPT", "5");

  @Test
  void everyOtherKey_hasADefault() {
    assertThat(CatalogConfig.from(REQUIRED))
        .isEqualTo(
            new CatalogConfig(
                "https://q",
                "https://d",
                "index/",
                Path.of(System.getProperty("java.io.tmpdir"), "aisle-index"),
                100,
                10,
                Duration.ofHours(1)));
  }

  @Test
  void everyKey_isRead_andNoOther() {
    Set<String> read = new HashSet<>();

    CatalogConfig config = CatalogConfig.from(recording(OTHERS, read));

    assertThat(read).isEqualTo(OTHERS.keySet());
    assertThat(config)
        .isEqualTo(
            new CatalogConfig(
                "https://q",
                "https://d",
                "other/",
                Path.of("/writer"),
                3,
                4,
                Duration.ofMinutes(5)));
  }

  @Test
  void value_thatIsNone_isRefusedByItsKey() {
    for (String value : new String[] {"0", "-1", "few", ""}) {
      Map<String, String> env = new HashMap<>(REQUIRED);
      env.put("AISLE_INDEX_GARBAGE_EVERY", value);
      assertThatThrownBy(() -> CatalogConfig.from(env))
          .hasMessage(
              "AISLE_INDEX_GARBAGE_EVERY must be a whole number above 0, not '" + value + "'");
    }
  }

  @Test
  void requiredKey_missing_isNamed() {
    assertThatThrownBy(() -> CatalogConfig.from(Map.of()))
        .hasMessage("the environment variable AISLE_CATALOG_WRITES_QUEUE_URL is not set");
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
