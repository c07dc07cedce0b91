package com.aisle.local.pinecone;

import org.jspecify.annotations.Nullable;

/**
 * What is looked for: by a dense vector, by a sparse one, or by both, whose dot products add up.
 *
 * @param dense empty when the query is sparse alone
 * @param sparse null when the query is dense alone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record NearestQuery(
    float[] dense, @Nullable SparseVector sparse, MetadataFilter filter, int limit) {

  boolean hasDense() {
    return dense.length > 0;
  }

  /** A record that shares no index with a query that is sparse alone is no match at all. */
  boolean reaches(float[] values, @Nullable SparseVector other) {
    if (hasDense()) {
      return values.length > 0;
    }
    return sparse != null && other != null && sparse.sharesAnIndexWith(other);
  }

  float score(Metric metric, float[] values, @Nullable SparseVector other) {
    float score = hasDense() ? metric.score(dense, values) : 0;
    return sparse == null || other == null ? score : score + sparse.dotProduct(other);
  }
}
