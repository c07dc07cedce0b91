package com.aisle.embedding;

import com.aisle.catalog.filter.Filter;
import com.aisle.vectors.Neighbour;
import com.aisle.vectors.Space;
import com.aisle.vectors.SpaceStats;
import com.aisle.vectors.VectorRecord;
import com.aisle.vectors.VectorStore;
import com.aisle.vectors.VectorStoreException;
import com.aisle.vectors.VectorStoreException.Kind;
import com.aisle.vectors.testing.InMemoryVectorStore;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A vector store that can be away, or refuse some records. */
final class FaultyVectorStore implements VectorStore {

  private final VectorStore store = new InMemoryVectorStore();
  private Set<String> refused = Set.of();
  private Set<Space> failing = Set.of();
  private boolean away;
  private int calls;

  void setAway(boolean away) {
    this.away = away;
  }

  /** Writes of these ids are refused. */
  void refuse(String... ids) {
    refused = Set.of(ids);
  }

  /** Writes to these spaces fail, as if the process died before them. */
  void failIn(Space... spaces) {
    failing = Set.of(spaces);
  }

  int calls() {
    return calls;
  }

  private VectorStore reached() {
    calls++;
    if (away) {
      throw new VectorStoreException(Kind.UNAVAILABLE, "told to be away", null);
    }
    return store;
  }

  @Override
  public void ensure(Space space) {
    reached().ensure(space);
  }

  @Override
  public void upsert(Space space, List<VectorRecord> records) {
    if (failing.contains(space)) {
      throw new VectorStoreException(Kind.UNAVAILABLE, "told to fail in " + space, null);
    }
    if (records.stream().anyMatch(record -> refused.contains(record.id()))) {
      throw new VectorStoreException(Kind.REJECTED, "told to refuse", null);
    }
    reached().upsert(space, records);
  }

  @Override
  public void patch(Space space, String id, Map<String, Object> metadata) {
    reached().patch(space, id, metadata);
  }

  @Override
  public void delete(Space space, Collection<String> ids) {
    reached().delete(space, ids);
  }

  @Override
  public List<Neighbour> nearest(
      Space space, float[] query, int limit, Filter filter, Duration deadline) {
    return reached().nearest(space, query, limit, filter, deadline);
  }

  @Override
  public Map<String, VectorRecord> fetch(Space space, Collection<String> ids) {
    return reached().fetch(space, ids);
  }

  @Override
  public SpaceStats stats(Space space) {
    return reached().stats(space);
  }

  @Override
  public void close() {
    store.close();
  }
}
