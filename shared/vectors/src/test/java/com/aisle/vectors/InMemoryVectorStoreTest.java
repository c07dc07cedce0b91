package com.aisle.vectors;

import com.aisle.vectors.testing.InMemoryVectorStore;
import java.time.Duration;

class InMemoryVectorStoreTest extends VectorStoreContract {

  private final InMemoryVectorStore store = new InMemoryVectorStore();

  @Override
  VectorStore store() {
    return store;
  }

  @Override
  void slowDown(Duration latency) {
    store.pretendLatency(latency);
  }

  @Override
  void takeAway() {
    store.failWith(VectorStoreException.Kind.UNAVAILABLE);
  }
}
