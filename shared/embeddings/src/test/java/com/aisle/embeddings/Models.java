package com.aisle.embeddings;

import java.util.Map;

/** The real models, loaded once for all tests. */
final class Models {

  private static final Embedders EMBEDDERS = Embedders.of(EmbeddingsConfig.from(Map.of()));

  private Models() {}

  static Embedder in(Language language) {
    return EMBEDDERS.in(language);
  }
}
