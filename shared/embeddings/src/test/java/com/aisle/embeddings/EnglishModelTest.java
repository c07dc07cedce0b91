package com.aisle.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishModelTest extends EmbedderContract {

  @Override
  Embedder embedder() {
    return Models.in(Language.ENGLISH);
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

  @ParameterizedTest
  @CsvSource({
    "wireless mouse, cordless mouse, coffee mug",
    "couch, sofa, laptop",
    "trainers for jogging, running shoes, frying pan",
    "WIRELESS MOUSE, wireless mouse, wired keyboard",
  })
  void meaning_bringsTextsTogether(String text, String near, String far) {
    List<float[]> vectors = embedder().embed(List.of(text, near, far));
    assertThat(Cosine.of(vectors.get(0), vectors.get(1)))
        .isGreaterThan(Cosine.of(vectors.get(0), vectors.get(2)) + 0.2);
  }

  @Test
  void aMegabyteOfText_isCutAndTakesNoLongerThanALongOne() {
    String endless = "a very comfortable chair ".repeat(40_000);
    long start = System.nanoTime();
    float[] vector = embedder().embed(List.of(endless)).getFirst();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(Cosine.of(vector, embedder().embedQuery(endless.substring(0, 2_000))))
        .isGreaterThan(0.999);
  }
}
