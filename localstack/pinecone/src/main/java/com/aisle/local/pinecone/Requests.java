package com.aisle.local.pinecone;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.pinecone.proto.DeleteRequest;
import io.pinecone.proto.FetchRequest;
import io.pinecone.proto.QueryRequest;
import io.pinecone.proto.SparseValues;
import io.pinecone.proto.UpdateRequest;
import io.pinecone.proto.UpsertRequest;
import io.pinecone.proto.Vector;
import java.util.List;

/** Pinecone's limits on data calls; what breaks one is answered INVALID_ARGUMENT. */
final class Requests {

  private static final int MAX_RECORDS = 1_000;
  private static final int MAX_UPSERT_BYTES = 2 * 1024 * 1024;
  private static final int MAX_METADATA_BYTES = 40 * 1024;
  private static final int MAX_TOP_K = 10_000;
  private static final int MAX_ID_LENGTH = 512;
  private static final int MAX_SPARSE_VALUES = 2_048;

  private Requests() {}

  static StatusRuntimeException invalid(String message) {
    return Status.INVALID_ARGUMENT.withDescription(message).asRuntimeException();
  }

  static void check(UpsertRequest request, IndexDefinition index) {
    if (request.getVectorsCount() == 0) {
      throw invalid("No vectors to upsert");
    }
    requireAtMost(MAX_RECORDS, request.getVectorsCount(), "vectors in one request");
    requireAtMost(MAX_UPSERT_BYTES, request.getSerializedSize(), "bytes in one request");
    request.getVectorsList().forEach(vector -> check(vector, index));
  }

  private static void check(Vector vector, IndexDefinition index) {
    if (vector.getId().isEmpty()) {
      throw invalid("Vector ID must not be empty");
    }
    requireAtMost(MAX_ID_LENGTH, vector.getId().length(), "characters in a vector ID");
    if (vector.getValuesCount() == 0 && !vector.hasSparseValues()) {
      throw invalid("Vector '%s' has no values".formatted(vector.getId()));
    }
    if (!index.isSparse() || vector.getValuesCount() > 0) {
      checkDense(vector.getValuesList(), index);
    }
    if (vector.hasSparseValues()) {
      check(vector.getSparseValues(), index);
    }
    check(vector.getMetadata());
  }

  private static void checkDense(List<Float> values, IndexDefinition index) {
    if (index.isSparse()) {
      throw invalid("Dense values are not supported for sparse indexes");
    }
    if (values.size() != index.dimension()) {
      throw invalid(
          "Vector dimension %d does not match the dimension of the index %d"
              .formatted(values.size(), index.dimension()));
    }
    if (values.stream().anyMatch(value -> !Float.isFinite(value))) {
      throw invalid("Dense vectors must contain only finite values");
    }
    if (values.stream().allMatch(value -> value == 0)) {
      throw invalid("Dense vectors must contain at least one non-zero value");
    }
  }

  private static void check(SparseValues values, IndexDefinition index) {
    if (index.metric() != Metric.DOT_PRODUCT) {
      throw invalid("Sparse values are supported only by indexes with the dotproduct metric");
    }
    if (values.getIndicesCount() != values.getValuesCount()) {
      throw invalid("Sparse values need as many indices as values");
    }
    if (values.getIndicesCount() == 0) {
      throw invalid("Sparse vector must contain at least one value");
    }
    requireAtMost(MAX_SPARSE_VALUES, values.getIndicesCount(), "sparse values");
    if (values.getIndicesList().stream().distinct().count() != values.getIndicesCount()) {
      throw invalid("Sparse vector contains an index twice");
    }
  }

  private static void check(Struct metadata) {
    requireAtMost(MAX_METADATA_BYTES, metadata.getSerializedSize(), "bytes of metadata per vector");
    metadata.getFieldsMap().forEach(Requests::checkMetadataValue);
  }

  private static void checkMetadataValue(String key, Value value) {
    boolean supported =
        switch (value.getKindCase()) {
          case STRING_VALUE, NUMBER_VALUE, BOOL_VALUE -> true;
          case LIST_VALUE ->
              value.getListValue().getValuesList().stream().allMatch(Value::hasStringValue);
          default -> false;
        };
    if (!supported) {
      throw invalid(
          "Metadata value must be a string, number, boolean or list of strings, got '%s' for field '%s'"
              .formatted(value.getKindCase(), key));
    }
  }

  static void check(QueryRequest request, IndexDefinition index) {
    if (request.getTopK() < 1 || request.getTopK() > MAX_TOP_K) {
      throw invalid("topK must be from 1 to %d, found %d".formatted(MAX_TOP_K, request.getTopK()));
    }
    boolean byVector = request.getVectorCount() > 0 || request.hasSparseVector();
    if (byVector != request.getId().isEmpty()) {
      throw invalid("A query needs either a vector or an ID");
    }
    if (request.getVectorCount() > 0) {
      checkDense(request.getVectorList(), index);
    }
    if (request.hasSparseVector()) {
      check(request.getSparseVector(), index);
    }
  }

  static void check(UpdateRequest request, IndexDefinition index) {
    if (request.getId().isEmpty() != request.hasFilter()) {
      throw invalid("An update needs either an ID or a filter");
    }
    if (request.hasFilter()) {
      MetadataFilterParser.parse(request.getFilter());
    }
    if (request.getValuesCount() > 0) {
      checkDense(request.getValuesList(), index);
    }
    if (request.hasSparseValues()) {
      check(request.getSparseValues(), index);
    }
    check(request.getSetMetadata());
  }

  static void check(DeleteRequest request) {
    int ways = request.getIdsCount() > 0 ? 1 : 0;
    ways += request.getDeleteAll() ? 1 : 0;
    ways += request.hasFilter() ? 1 : 0;
    if (ways != 1) {
      throw invalid("A delete needs exactly one of ids, deleteAll and filter");
    }
    requireAtMost(MAX_RECORDS, request.getIdsCount(), "ids in one request");
    if (request.hasFilter()) {
      MetadataFilterParser.parse(request.getFilter());
    }
  }

  static void check(FetchRequest request) {
    if (request.getIdsCount() == 0) {
      throw invalid("No ids to fetch");
    }
    requireAtMost(MAX_RECORDS, request.getIdsCount(), "ids in one request");
  }

  private static void requireAtMost(int limit, int actual, String what) {
    if (actual > limit) {
      throw invalid("At most %d %s, found %d".formatted(limit, what, actual));
    }
  }
}
