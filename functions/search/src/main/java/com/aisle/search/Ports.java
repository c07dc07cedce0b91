package com.aisle.search;

import com.aisle.embeddings.Embedders;
import com.aisle.storage.ObjectStore;
import com.aisle.vectors.VectorStore;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the search function needs from outside.
 *
 * @param objects where the text index is published
 * @param vectors connects to the vector store
 * @param nanoTime for durations
 * @param ids never the same twice
 */
record Ports(
    ObjectStore objects,
    Supplier<VectorStore> vectors,
    Embedders embedders,
    Clock clock,
    LongSupplier nanoTime,
    Supplier<String> ids) {

  Ports withObjects(ObjectStore others) {
    return new Ports(others, vectors, embedders, clock, nanoTime, ids);
  }
}
