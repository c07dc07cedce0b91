package com.aisle.vectors.testing;

import com.aisle.catalog.filter.Filter;
import com.aisle.vectors.Neighbour;
import com.aisle.vectors.ProductMetadata;
import com.aisle.vectors.Space;
import com.aisle.vectors.SpaceStats;
import com.aisle.vectors.VectorRecord;
import com.aisle.vectors.VectorStore;
import com.aisle.vectors.VectorStoreException;
import com.aisle.vectors.VectorStoreException.Kind;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A vector store in memory that can be told to fail and to be slow. Safe for many threads. */
public final class InMemoryVectorStore implements VectorStore {

  private final Map<String, Map<String, VectorRecord>> spaces = new ConcurrentHashMap<>();
  private volatile @Nullable Kind failure;
  private volatile Duration latency = Duration.ZERO;

  /** Every call fails like this from now on; null for none. */
  public void failWith(@Nullable Kind kind) {
    failure = kind;
  }

  /**
   * Pretends that every answer takes this long: a deadline that is shorter is missed at once, no
   * test has to wait.
   */
  public void pretendLatency(Duration newLatency) {
    latency = newLatency;
  }

  @Override
  public void ensure(Space space) {
    mayFail();
    spaces.computeIfAbsent(space.name(), name -> new ConcurrentHashMap<>());
  }

  @Override
  public void upsert(Space space, List<VectorRecord> records) {
    Map<String, VectorRecord> stored = recordsOf(space);
    records.forEach(each -> requireDimension(space, each.vector()));
    for (VectorRecord each : records) {
      stored.put(each.id(), copy(each.id(), each.vector(), each.metadata()));
    }
  }

  private static VectorRecord copy(String id, float[] vector, Map<String, Object> metadata) {
    Map<String, Object> numbersAsDoubles = new HashMap<>();
    metadata.forEach(
        (name, value) ->
            numbersAsDoubles.put(
                name, value instanceof Number number ? number.doubleValue() : value));
    return new VectorRecord(id, vector.clone(), numbersAsDoubles);
  }

  @Override
  public void patch(Space space, String id, Map<String, Object> metadata) {
    recordsOf(space)
        .computeIfPresent(
            id,
            (same, old) -> {
              Map<String, Object> merged = new HashMap<>(old.metadata());
              merged.putAll(metadata);
              return copy(id, old.vector(), merged);
            });
  }

  @Override
  public void delete(Space space, Collection<String> ids) {
    recordsOf(space).keySet().removeAll(List.copyOf(ids));
  }

  @Override
  public List<Neighbour> nearest(
      Space space, float[] query, int limit, Filter filter, Duration deadline) {
    Map<String, VectorRecord> stored = recordsOf(space);
    requireDimension(space, query);
    if (latency.compareTo(deadline) > 0) {
      throw new VectorStoreException(Kind.UNAVAILABLE, "later than " + deadline, null);
    }
    return stored.values().stream()
        .filter(each -> !Boolean.TRUE.equals(each.metadata().get(ProductMetadata.DELETED)))
        .filter(each -> MetadataPredicate.test(filter, each.metadata()))
        .map(each -> new Neighbour(each.id(), cosine(query, each.vector())))
        .sorted(
            Comparator.comparingDouble(Neighbour::score).reversed().thenComparing(Neighbour::id))
        .limit(limit)
        .toList();
  }

  @Override
  public Map<String, VectorRecord> fetch(Space space, Collection<String> ids) {
    Map<String, VectorRecord> found = new HashMap<>(recordsOf(space));
    found.keySet().retainAll(List.copyOf(ids));
    return found;
  }

  @Override
  public SpaceStats stats(Space space) {
    return new SpaceStats(recordsOf(space).size());
  }

  @Override
  public void close() {}

  private Map<String, VectorRecord> recordsOf(Space space) {
    mayFail();
    Map<String, VectorRecord> stored = spaces.get(space.name());
    if (stored == null) {
      throw new VectorStoreException(Kind.NO_SUCH_SPACE, "no space " + space.name(), null);
    }
    return stored;
  }

  private void mayFail() {
    Kind kind = failure;
    if (kind != null) {
      throw new VectorStoreException(kind, "told to fail", null);
    }
  }

  private static void requireDimension(Space space, float[] vector) {
    if (vector.length != space.dimension()) {
      throw new VectorStoreException(
          Kind.REJECTED,
          "dimension %d in a space of %d".formatted(vector.length, space.dimension()),
          null);
    }
  }

  private static float cosine(float[] one, float[] other) {
    double dot = 0;
    double oneSquared = 0;
    double otherSquared = 0;
    for (int i = 0; i < one.length; i++) {
      dot += (double) one[i] * other[i];
      oneSquared += (double) one[i] * one[i];
      otherSquared += (double) other[i] * other[i];
    }
    return (float) Math.clamp(dot / Math.sqrt(oneSquared * otherSquared), -1, 1);
  }
}
