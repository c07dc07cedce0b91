package com.aisle.vectors;

import com.aisle.catalog.filter.Filter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Vectors by space, with metadata to filter by. Writes become visible to reads after a while, not
 * at once. Every method throws {@link VectorStoreException}.
 */
public interface VectorStore extends AutoCloseable {

  /** Creates the space if it does not exist and waits until it can be used. */
  void ensure(Space space);

  /** Writes the records; one of the same id is replaced as a whole. Any number: sent in batches. */
  void upsert(Space space, List<VectorRecord> records);

  /** Sets these metadata fields of one record and leaves the others; an unknown id is no error. */
  void patch(Space space, String id, Map<String, Object> metadata);

  /** Deletes the records of these ids; unknown ids are no error. */
  void delete(Space space, Collection<String> ids);

  /**
   * The records nearest to the query among those that fulfil the filter, nearest first.
   *
   * @param query a unit vector
   * @param limit at most 10,000
   * @param deadline how long the answer may take; later it is UNAVAILABLE
   */
  List<Neighbour> nearest(Space space, float[] query, int limit, Filter filter, Duration deadline);

  /** The records of these ids; unknown ids are missing from the map. */
  Map<String, VectorRecord> fetch(Space space, Collection<String> ids);

  SpaceStats stats(Space space);

  @Override
  void close();
}
