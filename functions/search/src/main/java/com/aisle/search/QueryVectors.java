package com.aisle.search;

import com.aisle.embeddings.Embedders;
import com.aisle.embeddings.Language;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** The vectors of queries, the last ones from memory. Thread-safe. */
final class QueryVectors {

  private record Key(Language language, String text) {}

  private final Embedders embedders;
  private final Cache<Key, float[]> cache;

  /**
   * A cache of at most {@code cached} vectors.
   *
   * @param cached 0 for no cache
   */
  QueryVectors(Embedders embedders, int cached) {
    this.embedders = embedders;
    // Evicts in the caller's thread: a frozen function has no others.
    this.cache = Caffeine.newBuilder().maximumSize(cached).executor(Runnable::run).build();
  }

  /** The unit vector of what somebody looks for; not to be changed. */
  float[] of(Language language, String text) {
    return cache.get(new Key(language, text), key -> embedders.in(language).embedQuery(text));
  }
}
