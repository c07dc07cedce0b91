package com.aisle.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.embeddings.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchConfigTest {

  private static final String REQUIRED = "AISLE_PINECONE_API_KEY_SECRET";

  private static final Map<String, String> OTHERS =
      keysAndValues(
          REQUIRED,
          "secret",
          "AISLE_INDEX_PREFIX",
          "other/",
          "AISLE_INDEX_FOLDER",
          "/mirror",
          "AISLE_VECTORS_BUDGET_MILLIS",
          "80",
          "AISLE_VECTORS_NEIGHBOURS",
          "50",
          "AISLE_VECTORS_FAILURES",
          "2",
          "AISLE_VECTORS_PAUSE_MILLIS",
          "900",
          "AISLE_MEANING_WEIGHT_EN",
          "0",
          "AISLE_MEANING_WEIGHT_ZH",
          "1",
          "AISLE_MEANING_FLOOR_EN",
          "0.2",
          "AISLE_MEANING_FLOOR_ZH",
          "0.3",
          "AISLE_QUERY_VECTORS_CACHED",
          "7");

  @Test
  void everyOtherKey_hasADefault() {
    assertThat(SearchConfig.from(Map.of(REQUIRED, "secret")))
        .isEqualTo(
            new SearchConfig(
                "secret",
                "index/",
                Path.of(System.getProperty("java.io.tmpdir"), "aisle-index"),
                Duration.ofMillis(150),
                500,
                5,
                Duration.ofSeconds(5),
                .45,
                .6,
                .4,
                .45,
                2_000));
  }

  @Test
  void everyKey_isRead_andNoOther() {
    Set<String> read = new HashSet<>();

    SearchConfig config = SearchConfig.from(recording(OTHERS, read));

    assertThat(read).isEqualTo(OTHERS.keySet());
    assertThat(config)
        .isEqualTo(
            new SearchConfig(
                "secret",
                "other/",
                Path.of("/mirror"),
                Duration.ofMillis(80),
                50,
                2,
                Duration.ofMillis(900),
                0,
                1,
                .2,
                .3,
                7));
    assertThat(config.floor(Language.CHINESE)).isEqualTo(.3);
    assertThat(config.weight(Language.CHINESE)).isEqualTo(1);
  }

  @Test
  void value_thatIsNone_isRefusedByItsKey() {
    assertThatThrownBy(() -> with("AISLE_VECTORS_NEIGHBOURS", "many"))
        .hasMessage("AISLE_VECTORS_NEIGHBOURS must be a whole number from 1 to 10000, not 'many'");
    assertThatThrownBy(() -> with("AISLE_VECTORS_BUDGET_MILLIS", "0"))
        .hasMessageContaining("AISLE_VECTORS_BUDGET_MILLIS must be a whole number from 1 to");
    assertThatThrownBy(() -> with("AISLE_MEANING_WEIGHT_EN", "1.1"))
        .hasMessageContaining("AISLE_MEANING_WEIGHT_EN must be from 0 to 1, not 1.1");
    assertThatThrownBy(() -> with("AISLE_MEANING_WEIGHT_EN", "NaN"))
        .hasMessageContaining("AISLE_MEANING_WEIGHT_EN");
  }

  @Test
  void requiredKey_missing_isNamed() {
    assertThatThrownBy(() -> SearchConfig.from(Map.of()))
        .hasMessage("the environment variable AISLE_PINECONE_API_KEY_SECRET is not set");
  }

  private static Map<String, String> keysAndValues(String... alternating) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < alternating.length; i += 2) {
      map.put(alternating[i], alternating[i + 1]);
    }
    return Map.copyOf(map);
  }

  private static SearchConfig with(String key, String value) {
    return SearchConfig.from(Map.of(REQUIRED, "secret", key, value));
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
