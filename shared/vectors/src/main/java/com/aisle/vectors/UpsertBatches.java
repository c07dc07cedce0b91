package com.aisle.vectors;

import io.pinecone.proto.UpsertRequest;
import io.pinecone.proto.Vector;
import java.util.ArrayList;
import java.util.List;

/** Upserts no larger than Pinecone takes them. */
final class UpsertBatches {

  private static final int MAX_RECORDS = 1_000;

  /** Pinecone's limit is 2 MB; what the request adds to its records stays well below the rest. */
  private static final int MAX_BYTES = 2_000_000;

  private UpsertBatches() {}

  static List<UpsertRequest> of(String namespace, List<VectorRecord> records) {
    List<UpsertRequest> batches = new ArrayList<>();
    UpsertRequest.Builder batch = UpsertRequest.newBuilder().setNamespace(namespace);
    int bytes = 0;
    for (VectorRecord each : records) {
      Vector vector = vector(each);
      boolean full = batch.getVectorsCount() == MAX_RECORDS;
      if (full || (bytes > 0 && bytes + vector.getSerializedSize() > MAX_BYTES)) {
        batches.add(batch.build());
        batch.clearVectors();
        bytes = 0;
      }
      batch.addVectors(vector);
      bytes += vector.getSerializedSize();
    }
    if (batch.getVectorsCount() > 0) {
      batches.add(batch.build());
    }
    return batches;
  }

  private static Vector vector(VectorRecord vectorRecord) {
    Vector.Builder vector =
        Vector.newBuilder()
            .setId(vectorRecord.id())
            .setMetadata(MetadataStructs.struct(vectorRecord.metadata()));
    for (float value : vectorRecord.vector()) {
      vector.addValues(value);
    }
    return vector.build();
  }
}
