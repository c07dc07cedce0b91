package com.aisle.vectors;

import com.aisle.catalog.filter.Filter;
import com.google.protobuf.Struct;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.pinecone.proto.DeleteRequest;
import io.pinecone.proto.DescribeIndexStatsRequest;
import io.pinecone.proto.FetchRequest;
import io.pinecone.proto.QueryRequest;
import io.pinecone.proto.UpdateRequest;
import io.pinecone.proto.UpsertRequest;
import io.pinecone.proto.Vector;
import io.pinecone.proto.VectorServiceGrpc.VectorServiceBlockingStub;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Gatherers;

/**
 * Vectors in Pinecone: for each space an index of its name, by cosine, in the default namespace.
 * Connections are made at the first call and kept.
 */
public final class PineconeVectorStore implements VectorStore {

  private static final String NAMESPACE = "";
  private static final int MAX_DELETES = 1_000;

  /** Pinecone answers a fetch of more ids slowly and a much longer one not at all. */
  private static final int MAX_FETCHES = 100;

  private final VectorsConfig config;
  private final PineconeConnections connections;
  private final IndexCreation creation;

  /**
   * Reaches Pinecone when it is first called.
   *
   * @param apiKey asked when a connection is made, so a new key is taken once the old one is
   *     refused
   */
  public PineconeVectorStore(VectorsConfig config, Supplier<String> apiKey) {
    this.config = config;
    this.connections = new PineconeConnections(config, apiKey);
    this.creation = new IndexCreation(config, connections);
  }

  @Override
  public void ensure(Space space) {
    creation.ensure(space);
  }

  @Override
  public void upsert(Space space, List<VectorRecord> records) {
    for (UpsertRequest batch : UpsertBatches.of(NAMESPACE, records)) {
      call(space, config.writeDeadline(), stub -> stub.upsert(batch));
    }
  }

  @Override
  public void patch(Space space, String id, Map<String, Object> metadata) {
    UpdateRequest request =
        UpdateRequest.newBuilder()
            .setNamespace(NAMESPACE)
            .setId(id)
            .setSetMetadata(MetadataStructs.struct(metadata))
            .build();
    call(space, config.writeDeadline(), stub -> unlessMissing(() -> stub.update(request)));
  }

  @Override
  public void delete(Space space, Collection<String> ids) {
    for (List<String> some : ids.stream().gather(Gatherers.windowFixed(MAX_DELETES)).toList()) {
      DeleteRequest request =
          DeleteRequest.newBuilder().setNamespace(NAMESPACE).addAllIds(some).build();
      call(space, config.writeDeadline(), stub -> unlessMissing(() -> stub.delete(request)));
    }
  }

  /** Pinecone makes the namespace with its first record; before that it misses the namespace. */
  private static boolean unlessMissing(Supplier<?> write) {
    try {
      return write.get() != null;
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public List<Neighbour> nearest(
      Space space, float[] query, int limit, Filter filter, Duration deadline) {
    return switch (FilterCompiler.compileLive(filter)) {
      case CompiledFilter.Never never -> List.of();
      case CompiledFilter.Always always ->
          throw new IllegalStateException("deleted records are never wanted");
      case CompiledFilter.When(Struct struct) -> nearest(space, query, limit, struct, deadline);
    };
  }

  private List<Neighbour> nearest(
      Space space, float[] query, int limit, Struct filter, Duration deadline) {
    QueryRequest.Builder request =
        QueryRequest.newBuilder().setNamespace(NAMESPACE).setTopK(limit).setFilter(filter);
    for (float value : query) {
      request.addVector(value);
    }
    return call(space, deadline, stub -> stub.query(request.build())).getMatchesList().stream()
        .map(match -> new Neighbour(match.getId(), Math.clamp(match.getScore(), -1f, 1f)))
        .toList();
  }

  @Override
  public Map<String, VectorRecord> fetch(Space space, Collection<String> ids) {
    Map<String, VectorRecord> records = new HashMap<>();
    for (List<String> some :
        ids.stream().distinct().gather(Gatherers.windowFixed(MAX_FETCHES)).toList()) {
      FetchRequest request =
          FetchRequest.newBuilder().setNamespace(NAMESPACE).addAllIds(some).build();
      call(space, config.readDeadline(), stub -> stub.fetch(request))
          .getVectorsMap()
          .forEach((id, vector) -> records.put(id, toRecord(vector)));
    }
    return records;
  }

  private static VectorRecord toRecord(Vector vector) {
    float[] values = new float[vector.getValuesCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = vector.getValues(i);
    }
    return new VectorRecord(vector.getId(), values, MetadataStructs.map(vector.getMetadata()));
  }

  @Override
  public SpaceStats stats(Space space) {
    DescribeIndexStatsRequest request = DescribeIndexStatsRequest.getDefaultInstance();
    return new SpaceStats(
        call(space, config.readDeadline(), stub -> stub.describeIndexStats(request))
            .getTotalVectorCount());
  }

  private <T> T call(
      Space space, Duration deadline, Function<VectorServiceBlockingStub, T> request) {
    long end = System.nanoTime() + deadline.toNanos();
    try {
      VectorServiceBlockingStub stub = connections.get(space, deadline).getBlockingStub();
      return request.apply(stub.withDeadlineAfter(end - System.nanoTime(), TimeUnit.NANOSECONDS));
    } catch (StatusRuntimeException e) {
      switch (e.getStatus().getCode()) {
        case UNAVAILABLE -> connections.failed(space);
        case UNAUTHENTICATED, PERMISSION_DENIED -> connections.refused();
        default -> {}
      }
      throw PineconeErrors.translate(space, e);
    }
  }

  /**
   * Closes every connection; the next call makes new ones. To be called before the process is
   * frozen into a snapshot, whose copies cannot share a connection.
   */
  public void disconnect() {
    connections.close();
  }

  @Override
  public void close() {
    creation.close();
    connections.close();
  }
}
