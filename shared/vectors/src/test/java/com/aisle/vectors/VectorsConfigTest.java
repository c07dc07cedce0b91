package com.aisle.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorsConfigTest {

  private static final Map<String, String> EVERY_KEY =
      Map.of(
          "AISLE_PINECONE_HOST", "http://127.0.0.1:5080",
          "AISLE_PINECONE_CLOUD", "gcp",
          "AISLE_PINECONE_REGION", "europe-west4",
          "AISLE_PINECONE_WRITE_DEADLINE_MILLIS", "1",
          "AISLE_PINECONE_READ_DEADLINE_MILLIS", "2",
          "AISLE_PINECONE_CREATION_DEADLINE_MILLIS", "3");

  @Test
  void from_emptyEnvironment_hasDefaults() {
    assertThat(VectorsConfig.from(Map.of()))
        .isEqualTo(
            new VectorsConfig(
                URI.create("https://api.pinecone.io"),
                "aws",
                "us-east-1",
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60)));
  }

  @Test
  void from_everyKey_isTaken() {
    assertThat(VectorsConfig.from(EVERY_KEY))
        .isEqualTo(
            new VectorsConfig(
                URI.create("http://127.0.0.1:5080"),
                "gcp",
                "europe-west4",
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                Duration.ofMillis(3)));
  }

  @Test
  void from_readsNoOtherKey() {
    Set<String> asked = new TreeSet<>();
    VectorsConfig.from(new Recording(asked));

    assertThat(asked).isEqualTo(new TreeSet<>(EVERY_KEY.keySet()));
  }

  @ParameterizedTest
  @CsvSource({
    "AISLE_PINECONE_HOST, api.pinecone.io",
    "AISLE_PINECONE_HOST, ftp://api.pinecone.io",
    "AISLE_PINECONE_HOST, 'no url'",
    "AISLE_PINECONE_WRITE_DEADLINE_MILLIS, 0",
    "AISLE_PINECONE_READ_DEADLINE_MILLIS, 3s"
  })
  void from_badValue_namesTheKeyAndTheValue(String key, String value) {
    assertThatThrownBy(() -> VectorsConfig.from(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(value);
  }

  @Test
  void usesTls_isDecidedByTheScheme() {
    assertThat(VectorsConfig.from(Map.of()).usesTls()).isTrue();
    assertThat(VectorsConfig.from(EVERY_KEY).usesTls()).isFalse();
  }

  /** An empty environment that remembers what it was asked for. */
  private static final class Recording extends AbstractMap<String, String> {
    private final Set<String> asked;

    Recording(Set<String> asked) {
      this.asked = asked;
    }

    @Override
    public String getOrDefault(Object key, String byDefault) {
      asked.add((String) key);
      return byDefault;
    }

    @Override
    public String get(Object key) {
      return getOrDefault(key, null);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
      return new HashMap<String, String>().entrySet();
    }
  }
}
