package com.aisle.rollups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RollupsConfigTest {

  @Test
  void everyKey_isRead_andHasADefault() {
    Set<String> read = new HashSet<>();
    Map<String, String> recording =
        new HashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          public String getOrDefault(Object key, String standard) {
            read.add((String) key);
            return super.getOrDefault(key, standard);
          }
        };
    assertThat(RollupsConfig.from(recording))
        .isEqualTo(new RollupsConfig(Duration.ofSeconds(40), Duration.ofSeconds(120)));
    assertThat(read)
        .containsExactlyInAnyOrder("AISLE_ROLLUPS_SECONDS", "AISLE_ROLLUPS_STATEMENT_SECONDS");
  }

  @Test
  void badValue_isNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RollupsConfig.from(Map.of("AISLE_ROLLUPS_SECONDS", "soon")))
        .withMessageContaining("AISLE_ROLLUPS_SECONDS")
        .withMessageContaining("soon");
  }
}
