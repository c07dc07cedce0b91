package com.aisle.textindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MirrorConfigTest {

  private static final Map<String, String> EVERY_KEY =
      Map.of("AISLE_INDEX_CHECK_AFTER_MILLIS", "20", "AISLE_INDEX_WAIT_AFTER_MILLIS", "300");

  @Test
  void defaults() {
    assertThat(MirrorConfig.from(Map.of()))
        .isEqualTo(new MirrorConfig(Duration.ofSeconds(1), Duration.ofMinutes(1)));
  }

  @Test
  void everyKey_isReadAndListed() {
    Set<String> asked = new HashSet<>();
    Map<String, String> recording =
        new java.util.HashMap<>(EVERY_KEY) {
          private static final long serialVersionUID = 1L;

          @Override
          public String get(Object key) {
            asked.add((String) key);
            return super.get(key);
          }
        };
    assertThat(MirrorConfig.from(recording))
        .isEqualTo(new MirrorConfig(Duration.ofMillis(20), Duration.ofMillis(300)));
    assertThat(asked).isEqualTo(EVERY_KEY.keySet());
  }

  @Test
  void mistakes_areNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MirrorConfig.from(Map.of("AISLE_INDEX_CHECK_AFTER_MILLIS", "1s")))
        .withMessageContaining("AISLE_INDEX_CHECK_AFTER_MILLIS")
        .withMessageContaining("1s");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MirrorConfig.from(Map.of("AISLE_INDEX_WAIT_AFTER_MILLIS", "1")));
  }
}
