package com.aisle.local.pinecone;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import io.pinecone.proto.UpdateRequest;
import io.pinecone.proto.Vector;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** A record: the message that was written, and its vectors as arrays. Compared by identity. */
final class StoredVector {

  private final Vector message;
  private final float[] values;
  private final @Nullable SparseVector sparse;

  private StoredVector(Vector message) {
    this.message = message;
    this.values = toArray(message.getValuesList());
    this.sparse = message.hasSparseValues() ? SparseVector.of(message.getSparseValues()) : null;
  }

  static StoredVector of(Vector message) {
    return new StoredVector(message);
  }

  static StoredVector decode(BytesRef bytes) {
    try {
      return new StoredVector(Vector.parser().parseFrom(bytes.bytes, bytes.offset, bytes.length));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a stored record is damaged", e);
    }
  }

  /** This record with the fields that the update names replaced; metadata is merged by key. */
  StoredVector updated(UpdateRequest update) {
    Vector.Builder builder = message.toBuilder();
    if (update.getValuesCount() > 0) {
      builder.clearValues().addAllValues(update.getValuesList());
    }
    if (update.hasSparseValues()) {
      builder.setSparseValues(update.getSparseValues());
    }
    if (update.hasSetMetadata()) {
      builder.setMetadata(
          message.getMetadata().toBuilder().putAllFields(update.getSetMetadata().getFieldsMap()));
    }
    return new StoredVector(builder.build());
  }

  static float[] toArray(List<Float> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return array;
  }

  Vector message() {
    return message;
  }

  String id() {
    return message.getId();
  }

  Struct metadata() {
    return message.getMetadata();
  }

  float[] values() {
    return values;
  }

  @Nullable SparseVector sparse() {
    return sparse;
  }
}
