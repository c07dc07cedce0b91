package com.aisle.embedding;

import com.aisle.catalog.Product;
import com.aisle.embeddings.Embedders;
import com.aisle.embeddings.EmbeddingsConfig;
import com.aisle.embeddings.Language;
import com.aisle.embeddings.testing.HashEmbedder;
import com.aisle.messaging.testing.RecordingFailedMessages;
import com.aisle.messaging.testing.RecordingPublisher;
import com.aisle.vectors.Space;
import com.aisle.vectors.VectorRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service between fakes. */
final class EmbeddingScene {

  static final Space ENGLISH = new Space("products-en-minilm-l6-v2", 384);
  static final Space CHINESE = new Space("products-zh-bge-small-v15", 512);

  final FaultyVectorStore vectors = new FaultyVectorStore();
  final RecordingPublisher catalog = new RecordingPublisher();
  final RecordingPublisher warehouse = new RecordingPublisher();
  final RecordingFailedMessages failedMessages = new RecordingFailedMessages();
  private final List<HashEmbedder> models = new ArrayList<>();
  private final Embedders embedders =
      new Embedders(
          EmbeddingsConfig.from(Map.of()).models(),
          model -> model(model.name(), model.dimension()));
  private final EmbeddingService service =
      new Ports(embedders, vectors, () -> {}, catalog, warehouse, failedMessages)
          .handler()
          .service();

  private HashEmbedder model(String name, int dimension) {
    HashEmbedder model = new HashEmbedder(name, dimension);
    models.add(model);
    return model;
  }

  /** How many texts have been embedded so far. */
  int embedded() {
    return models.stream().mapToInt(HashEmbedder::embedded).sum();
  }

  /** Sends each product in a message of its own, one after the other; all must succeed. */
  void send(Product... products) {
    for (Product product : products) {
      List<String> failed = service.handle(List.of(Products.message("m", product)));
      if (!failed.isEmpty()) {
        throw new AssertionError("failed: " + product);
      }
    }
  }

  EmbeddingService service() {
    return service;
  }

  @Nullable VectorRecord stored(Space space, String id) {
    return vectors.fetch(space, List.of(id)).get(id);
  }

  /** What the catalogue got, in order. */
  List<Product> passedOn() {
    return catalog.bodies().stream()
        .flatMap(body -> Products.FORMAT.readBatch(body).stream())
        .toList();
  }

  float[] vector(Language language, String text) {
    return embedders.in(language).embed(List.of(text)).getFirst();
  }
}
