package com.aisle.vectors;

import java.util.Map;

/**
 * A vector with what it can be filtered by.
 *
 * @param vector of unit length
 * @param metadata by field name; values are {@link String}, {@link Double}, {@link Boolean} or a
 *     {@code List<String>}; at most 40 KB in all
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record VectorRecord(String id, float[] vector, Map<String, Object> metadata) {
  public VectorRecord {
    metadata = Map.copyOf(metadata);
  }
}
