package com.aisle.embeddings;

/** For tests: how near two unit vectors are. */
final class Cosine {

  private Cosine() {}

  static double of(float[] left, float[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (double) left[i] * right[i];
    }
    return sum;
  }
}
