package com.aisle.embeddings;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The embedder of each language, loaded when it is first asked for. Vectors of two languages come
 * from two models and live in two spaces. Thread-safe.
 */
public final class Embedders implements AutoCloseable {

  private final Map<Language, EmbeddingModel> models;
  private final Function<EmbeddingModel, Embedder> loader;
  private final Map<Language, Embedder> loaded = new ConcurrentHashMap<>();

  /** Embedders whose models are loaded by {@code loader}; for tests, a fake one. */
  public Embedders(
      Map<Language, EmbeddingModel> models, Function<EmbeddingModel, Embedder> loader) {
    this.models = Map.copyOf(models);
    this.loader = loader;
  }

  /** Embedders that run these models by ONNX Runtime. */
  public static Embedders of(EmbeddingsConfig config) {
    return new Embedders(
        config.models(), model -> OnnxEmbedder.load(model, config.threads(), config.folder()));
  }

  public Embedder in(Language language) {
    return loaded.computeIfAbsent(language, missing -> loader.apply(model(missing)));
  }

  /**
   * The name of the space that products' vectors of this language live in, which changes with the
   * model: {@code products-en-minilm-l6-v2}. Loads nothing.
   */
  public String productSpace(Language language) {
    return "products-%s-%s".formatted(language.tag(), model(language).name());
  }

  /** The dimension of this language's vectors. Loads nothing. */
  public int dimension(Language language) {
    return model(language).dimension();
  }

  @Override
  public void close() {
    loaded.values().forEach(Embedder::close);
    loaded.clear();
  }

  private EmbeddingModel model(Language language) {
    EmbeddingModel model = models.get(language);
    if (model == null) {
      throw new IllegalArgumentException("no model for " + language);
    }
    return model;
  }
}
