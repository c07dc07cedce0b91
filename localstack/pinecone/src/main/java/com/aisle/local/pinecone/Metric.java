package com.aisle.local.pinecone;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.VectorUtil;

/** How two vectors are compared, with the score that Pinecone reports. */
enum Metric {
  COSINE("cosine", VectorSimilarityFunction.COSINE) {
    @Override
    float score(float[] one, float[] other) {
      return VectorUtil.cosine(one, other);
    }

    @Override
    float fromLucene(float score) {
      return 2 * score - 1;
    }
  },
  DOT_PRODUCT("dotproduct", VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT) {
    @Override
    float score(float[] one, float[] other) {
      return VectorUtil.dotProduct(one, other);
    }

    @Override
    float fromLucene(float score) {
      return score < 1 ? 1 - 1 / score : score - 1;
    }
  },
  /** Reports the squared distance: less is nearer. */
  EUCLIDEAN("euclidean", VectorSimilarityFunction.EUCLIDEAN) {
    @Override
    float score(float[] one, float[] other) {
      return VectorUtil.squareDistance(one, other);
    }

    @Override
    float fromLucene(float score) {
      return 1 / score - 1;
    }

    @Override
    Comparator<Float> nearestFirst() {
      return Comparator.naturalOrder();
    }
  };

  private final String wireName;
  private final VectorSimilarityFunction similarity;

  Metric(String wireName, VectorSimilarityFunction similarity) {
    this.wireName = wireName;
    this.similarity = similarity;
  }

  abstract float score(float[] one, float[] other);

  /** The score that belongs to Lucene's, which is never negative and grows with nearness. */
  abstract float fromLucene(float score);

  Comparator<Float> nearestFirst() {
    return Comparator.reverseOrder();
  }

  String wireName() {
    return wireName;
  }

  VectorSimilarityFunction similarity() {
    return similarity;
  }

  static Optional<Metric> named(String wireName) {
    return Arrays.stream(values()).filter(metric -> metric.wireName.equals(wireName)).findFirst();
  }
}
