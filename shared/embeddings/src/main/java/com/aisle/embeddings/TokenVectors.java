package com.aisle.embeddings;

import java.nio.FloatBuffer;

/**
 * What the model says of a batch: a vector for each token of each text.
 *
 * @param values by text, token and dimension, the last running fastest
 * @param mask by text and token: 0 where a text is padded to the length of the longest
 * @param length tokens a text, padding included
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TokenVectors(FloatBuffer values, long[][] mask, int length, int dimension) {

  boolean isText(int text, int token) {
    return mask[text][token] != 0;
  }

  void addTo(float[] sum, int text, int token) {
    int offset = (text * length + token) * dimension;
    for (int i = 0; i < dimension; i++) {
      sum[i] += values.get(offset + i);
    }
  }
}
