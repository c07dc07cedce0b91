package com.aisle.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.embeddings.testing.HashEmbedder;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashEmbedderTest extends EmbedderContract {

  private final HashEmbedder embedder = new HashEmbedder("hash", 384);

  @Override
  Embedder embedder() {
    return embedder;
  }

  @Override
  List<String> titles() {
    return List.of(
        "wireless mouse",
        "coffee mug",
        "a set of six hand painted ceramic coffee mugs with a saucer each, dishwasher safe",
        "USB-C charger 65 W",
        "red running shoes for women",
        "tea");
  }

  @Test
  void sharedLetters_makeTextsNear() {
    List<float[]> vectors = embedder.embed(List.of("coffee mug", "coffee mugs", "running shoes"));
    assertThat(Cosine.of(vectors.get(0), vectors.get(1))).isGreaterThan(0.7);
    assertThat(Cosine.of(vectors.get(0), vectors.get(2))).isLessThan(0.3);
  }

  @Test
  void embedded_countsTexts() {
    embedder.embed(List.of("a", "b"));
    embedder.embedQuery("c");
    assertThat(embedder.embedded()).isEqualTo(3);
  }
}
