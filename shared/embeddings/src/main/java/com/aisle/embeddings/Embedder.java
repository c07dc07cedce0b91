package com.aisle.embeddings;

import java.util.List;

/** Turns texts into unit vectors whose cosine says how near their meanings are. Thread-safe. */
public interface Embedder extends AutoCloseable {

  /** One unit vector of {@link #dimension()} for each text, in their order. */
  List<float[]> embed(List<String> texts);

  int dimension();

  /** Names the model and its version; vectors of different models are not comparable. */
  String model();

  @Override
  void close();
}
