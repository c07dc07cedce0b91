package com.aisle.embedding;

import com.aisle.catalog.Product;
import com.aisle.vectors.ProductMetadata;
import com.aisle.vectors.VectorRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Which state of a product a stored vector tells of. Kept in the vector's metadata beside what can
 * be filtered by.
 *
 * @param updatedAt the product's, exactly, by which old news is recognised
 * @param textHash of the embedded text; empty for a tombstone
 */
record StoredState(Instant updatedAt, String textHash) {

  private static final String UPDATED_AT = "stateUpdatedAt";
  private static final String TEXT_HASH = "stateTextHash";

  /** Of a record that something else wrote: older than all news, and of no known text. */
  private static final StoredState UNKNOWN = new StoredState(Instant.MIN, "");

  static StoredState of(VectorRecord stored) {
    return stored.metadata().get(UPDATED_AT) instanceof String updatedAt
            && stored.metadata().get(TEXT_HASH) instanceof String textHash
        ? new StoredState(Instant.parse(updatedAt), textHash)
        : UNKNOWN;
  }

  /** The record of a product that has this vector. */
  static VectorRecord record(Product product, String textHash, float[] vector) {
    Map<String, Object> metadata = new HashMap<>(ProductMetadata.of(product));
    metadata.put(UPDATED_AT, product.updatedAt().toString());
    metadata.put(TEXT_HASH, textHash);
    return new VectorRecord(product.id(), vector, metadata);
  }

  /** What stands for the vector of a product that never had one; no query finds a tombstone. */
  static VectorRecord nothing(String id, int dimension) {
    float[] unit = new float[dimension];
    unit[0] = 1;
    return new VectorRecord(id, unit, Map.of());
  }
}
