package com.aisle.local.pinecone;

import io.pinecone.proto.SparseValues;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.lucene.util.BytesRef;

/** The non-zero places of a long vector, in the order of their unsigned 32-bit indices. */
final class SparseVector {

  private final int[] indices;
  private final float[] values;

  private SparseVector(int[] indices, float[] values) {
    this.indices = indices;
    this.values = values;
  }

  static SparseVector of(SparseValues message) {
    int[] order =
        IntStream.range(0, message.getIndicesCount())
            .boxed()
            .sorted(
                Comparator.comparingLong(
                    place -> Integer.toUnsignedLong(message.getIndices(place))))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] indices = new int[order.length];
    float[] values = new float[order.length];
    for (int i = 0; i < order.length; i++) {
      indices[i] = message.getIndices(order[i]);
      values[i] = message.getValues(order[i]);
    }
    return new SparseVector(indices, values);
  }

  static SparseVector decode(BytesRef bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    int[] indices = new int[bytes.length / 8];
    float[] values = new float[indices.length];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = buffer.getInt();
      values[i] = buffer.getFloat();
    }
    return new SparseVector(indices, values);
  }

  BytesRef encode() {
    ByteBuffer buffer = ByteBuffer.allocate(indices.length * 8);
    for (int i = 0; i < indices.length; i++) {
      buffer.putInt(indices[i]).putFloat(values[i]);
    }
    return new BytesRef(buffer.array());
  }

  int[] indices() {
    return indices.clone();
  }

  boolean sharesAnIndexWith(SparseVector other) {
    int mine = 0;
    int theirs = 0;
    while (mine < indices.length && theirs < other.indices.length) {
      int order = Integer.compareUnsigned(indices[mine], other.indices[theirs]);
      if (order == 0) {
        return true;
      }
      mine += order < 0 ? 1 : 0;
      theirs += order > 0 ? 1 : 0;
    }
    return false;
  }

  float dotProduct(SparseVector other) {
    float sum = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < indices.length && theirs < other.indices.length) {
      int order = Integer.compareUnsigned(indices[mine], other.indices[theirs]);
      if (order == 0) {
        sum += values[mine] * other.values[theirs];
      }
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
    }
    return sum;
  }
}
