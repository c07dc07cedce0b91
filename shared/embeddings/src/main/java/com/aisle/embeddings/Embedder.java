package com.aisle.embeddings;

import java.util.List;

/**
 * Turns texts into unit vectors whose cosine says how near their meanings are. Thread-safe.
 *
 * <p>Every method throws {@link EmbeddingException}.
 */
public interface Embedder extends AutoCloseable {

  /** One unit vector of {@link #dimension()} for each document, in their order. */
  List<float[]> embed(List<String> texts);

  /** The unit vector of what somebody looks for; some models read questions another way. */
  default float[] embedQuery(String text) {
    return embed(List.of(text)).getFirst();
  }

  int dimension();

  /** Names the model and its version; vectors of different models are not comparable. */
  String model();

  @Override
  void close();
}
