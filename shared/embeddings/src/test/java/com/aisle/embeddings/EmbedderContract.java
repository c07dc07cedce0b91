package com.aisle.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every embedder does, whatever its model. */
abstract class EmbedderContract {

  abstract Embedder embedder();

  /** Some short and some long ones in a language that the model knows. */
  abstract List<String> titles();

  @Test
  void vectors_areOfUnitLengthAndTheStatedDimension() {
    for (float[] vector : embedder().embed(titles())) {
      assertThat(vector).hasSize(embedder().dimension());
      assertThat(Cosine.of(vector, vector)).isCloseTo(1, within(1e-4));
    }
  }

  @Test
  void noTexts_areNoVectors() {
    assertThat(embedder().embed(List.of())).isEmpty();
  }

  @Test
  void sameText_alwaysHasTheSameVector() {
    assertThat(embedder().embed(List.of("wireless mouse")).getFirst())
        .containsExactly(embedder().embed(List.of("wireless mouse")).getFirst());
  }

  @Test
  void batch_keepsOrderAndIsNearToEachTextAlone() {
    long seed = System.nanoTime();
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      many.addAll(titles());
    }
    Collections.shuffle(many, new Random(seed));
    List<float[]> together = embedder().embed(many);
    assertThat(together).hasSameSizeAs(many);
    for (int i = 0; i < many.size(); i++) {
      float[] alone = embedder().embed(List.of(many.get(i))).getFirst();
      assertThat(Cosine.of(together.get(i), alone))
          .as("%s, seed %d", many.get(i), seed)
          .isGreaterThan(0.985);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0000", "🧥👟", "\ud83d", "!!!", "ﬁ①㎏"})
  void oddTexts_haveAVectorToo(String text) {
    float[] vector = embedder().embed(List.of(text)).getFirst();
    assertThat(Cosine.of(vector, vector)).isCloseTo(1, within(1e-4));
  }

  @Test
  void query_isEmbeddedLikeADocumentOfTheSameWords() {
    assertThat(
            Cosine.of(
                embedder().embedQuery("coffee mug"),
                embedder().embed(List.of("coffee mug")).getFirst()))
        .isGreaterThan(0.999);
  }

  @Test
  void manyThreads_getTheVectorsThatOneGets() throws Exception {
    List<float[]> alone =
        titles().stream().map(title -> embedder().embed(List.of(title)).getFirst()).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<float[]>> answers = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        String title = titles().get(i % titles().size());
        answers.add(threads.submit(() -> embedder().embed(List.of(title)).getFirst()));
      }
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get(60, TimeUnit.SECONDS))
            .containsExactly(alone.get(i % titles().size()));
      }
    }
  }
}
