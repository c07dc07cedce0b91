package com.aisle.local.pinecone;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.pinecone.clients.Index;
import io.pinecone.clients.Pinecone;
import io.pinecone.commons.IndexInterface;
import io.pinecone.configs.PineconeConfig;
import io.pinecone.configs.PineconeConnection;
import io.pinecone.unsigned_indices_model.VectorWithUnsignedIndices;
import java.util.List;
import java.util.Map;

/** The vendor's own client, pointed at a stand-in. */
final class VendorClient {

  private VendorClient() {}

  static Pinecone controlPlane(int port) {
    return new Pinecone.Builder("any-key")
        .withHost("http://127.0.0.1:" + port)
        .withTlsEnabled(false)
        .build();
  }

  /** A connection of its own: the client's shared ones are found by the index's name alone. */
  static Index index(Pinecone controlPlane, String name) {
    PineconeConfig config = new PineconeConfig("any-key");
    config.setTLSEnabled(false);
    config.setHost(controlPlane.describeIndex(name).getHost());
    return new Index(config, new PineconeConnection(config, name), name);
  }

  static Index createIndex(Pinecone controlPlane, String name, String metric, int dimension) {
    controlPlane.createServerlessIndex(
        name, metric, dimension, "aws", "us-east-1", "disabled", Map.of());
    return index(controlPlane, name);
  }

  static VectorWithUnsignedIndices record(String id, List<Float> values, Struct metadata) {
    return IndexInterface.buildUpsertVectorWithUnsignedIndices(id, values, null, null, metadata);
  }

  static Struct struct(Map<String, ?> fields) {
    Struct.Builder struct = Struct.newBuilder();
    fields.forEach((key, value) -> struct.putFields(key, value(value)));
    return struct.build();
  }

  @SuppressWarnings("unchecked")
  static Value value(Object value) {
    return switch (value) {
      case String text -> Value.newBuilder().setStringValue(text).build();
      case Boolean flag -> Value.newBuilder().setBoolValue(flag).build();
      case Number number -> Value.newBuilder().setNumberValue(number.doubleValue()).build();
      case Map<?, ?> map ->
          Value.newBuilder().setStructValue(struct((Map<String, Object>) map)).build();
      case List<?> list ->
          Value.newBuilder()
              .setListValue(
                  ListValue.newBuilder()
                      .addAllValues(list.stream().map(VendorClient::value).toList()))
              .build();
      default -> throw new IllegalArgumentException("no metadata: " + value);
    };
  }
}
