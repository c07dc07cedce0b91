package com.aisle.search;

import com.aisle.catalog.filter.Filter;
import com.aisle.embeddings.Embedders;
import com.aisle.embeddings.Language;
import com.aisle.vectors.Neighbour;
import com.aisle.vectors.Space;
import com.aisle.vectors.VectorStore;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The products' vectors, in a space for each language. Connects when it is first asked, and again
 * after {@link #disconnect()}: an open connection does not survive a snapshot. Thread-safe.
 */
final class ProductVectors {

  private final Supplier<VectorStore> connector;
  private final Embedders embedders;
  private @Nullable VectorStore store;

  ProductVectors(Supplier<VectorStore> connector, Embedders embedders) {
    this.connector = connector;
    this.embedders = embedders;
  }

  /**
   * The products nearest to the query, nearest first.
   *
   * @throws com.aisle.vectors.VectorStoreException when the store cannot answer in time
   */
  List<Neighbour> nearest(
      Language language, float[] query, int limit, Filter filter, Duration deadline) {
    Space space = new Space(embedders.productSpace(language), embedders.dimension(language));
    return connected().nearest(space, query, limit, filter, deadline);
  }

  /** Closes the connection if there is one. */
  synchronized void disconnect() {
    if (store != null) {
      store.close();
      store = null;
    }
  }

  private synchronized VectorStore connected() {
    if (store == null) {
      store = connector.get();
    }
    return store;
  }
}
