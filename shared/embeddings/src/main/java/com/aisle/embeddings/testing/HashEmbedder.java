package com.aisle.embeddings.testing;

import com.aisle.embeddings.Embedder;
import com.aisle.embeddings.Embedders;
import com.aisle.embeddings.EmbeddingModel;
import com.aisle.embeddings.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Without a model: each three characters in a row count in the dimension that their hash names, so
 * that texts are near when they share letters. Always the same vector for the same text.
 */
public final class HashEmbedder implements Embedder {

  private static final int GRAM = 3;

  private final String model;
  private final int dimension;
  private final AtomicInteger embedded = new AtomicInteger();

  public HashEmbedder(String model, int dimension) {
    this.model = model;
    this.dimension = dimension;
  }

  /** One for every language, in place of the models that come along. */
  public static Embedders embedders() {
    return new Embedders(
        Map.of(
            Language.ENGLISH, EmbeddingModel.MINILM_L6_V2,
            Language.CHINESE, EmbeddingModel.BGE_SMALL_ZH_V15),
        model -> new HashEmbedder(model.name(), model.dimension()));
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    embedded.addAndGet(texts.size());
    return texts.stream().map(this::vector).toList();
  }

  /** How many texts have been embedded so far. */
  public int embedded() {
    return embedded.get();
  }

  private float[] vector(String text) {
    String padded = "^" + text.toLowerCase(Locale.ROOT) + "$$";
    float[] counts = new float[dimension];
    for (int i = 0; i + GRAM <= padded.length(); i++) {
      counts[Math.floorMod(padded.substring(i, i + GRAM).hashCode(), dimension)]++;
    }
    double squares = 0;
    for (float count : counts) {
      squares += count * count;
    }
    for (int i = 0; i < dimension; i++) {
      counts[i] /= (float) Math.sqrt(squares);
    }
    return counts;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public void close() {}
}
