package com.aisle.local.pinecone;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.pinecone.proto.CreateNamespaceRequest;
import io.pinecone.proto.DeleteNamespaceRequest;
import io.pinecone.proto.DeleteRequest;
import io.pinecone.proto.DeleteResponse;
import io.pinecone.proto.DescribeIndexStatsRequest;
import io.pinecone.proto.DescribeIndexStatsResponse;
import io.pinecone.proto.DescribeNamespaceRequest;
import io.pinecone.proto.FetchByMetadataRequest;
import io.pinecone.proto.FetchByMetadataResponse;
import io.pinecone.proto.FetchRequest;
import io.pinecone.proto.FetchResponse;
import io.pinecone.proto.ListNamespacesRequest;
import io.pinecone.proto.ListNamespacesResponse;
import io.pinecone.proto.ListRequest;
import io.pinecone.proto.ListResponse;
import io.pinecone.proto.NamespaceDescription;
import io.pinecone.proto.QueryRequest;
import io.pinecone.proto.QueryResponse;
import io.pinecone.proto.UpdateRequest;
import io.pinecone.proto.UpdateResponse;
import io.pinecone.proto.UpsertRequest;
import io.pinecone.proto.UpsertResponse;
import io.pinecone.proto.VectorServiceGrpc;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data plane: each call finds its index, suffers the faults and answers. */
final class VectorService extends VectorServiceGrpc.VectorServiceImplBase {

  private static final Logger LOG = LoggerFactory.getLogger(VectorService.class);

  private final Faults faults;
  private final ScheduledExecutorService timer;
  private final Executor workers;

  VectorService(Faults faults, ScheduledExecutorService timer, Executor workers) {
    this.faults = faults;
    this.timer = timer;
    this.workers = workers;
  }

  @Override
  public void upsert(UpsertRequest request, StreamObserver<UpsertResponse> observer) {
    answer(observer, index -> Records.upsert(index, request));
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> observer) {
    answer(observer, index -> Records.update(index, request));
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<DeleteResponse> observer) {
    answer(observer, index -> Records.delete(index, request));
  }

  @Override
  public void query(QueryRequest request, StreamObserver<QueryResponse> observer) {
    answer(observer, index -> Records.query(index, request));
  }

  @Override
  public void fetch(FetchRequest request, StreamObserver<FetchResponse> observer) {
    answer(observer, index -> Records.fetch(index, request));
  }

  @Override
  public void fetchByMetadata(
      FetchByMetadataRequest request, StreamObserver<FetchByMetadataResponse> observer) {
    answer(observer, index -> Records.fetchByMetadata(index, request));
  }

  @Override
  public void list(ListRequest request, StreamObserver<ListResponse> observer) {
    answer(observer, index -> Records.list(index, request));
  }

  @Override
  public void describeIndexStats(
      DescribeIndexStatsRequest request, StreamObserver<DescribeIndexStatsResponse> observer) {
    answer(observer, index -> NamespaceCalls.stats(index, request.getFilter()));
  }

  @Override
  public void listNamespaces(
      ListNamespacesRequest request, StreamObserver<ListNamespacesResponse> observer) {
    answer(observer, index -> NamespaceCalls.list(index, request));
  }

  @Override
  public void describeNamespace(
      DescribeNamespaceRequest request, StreamObserver<NamespaceDescription> observer) {
    answer(observer, index -> NamespaceCalls.describe(index, request.getNamespace()));
  }

  @Override
  public void createNamespace(
      CreateNamespaceRequest request, StreamObserver<NamespaceDescription> observer) {
    answer(observer, index -> NamespaceCalls.create(index, request));
  }

  @Override
  public void deleteNamespace(
      DeleteNamespaceRequest request, StreamObserver<DeleteResponse> observer) {
    answer(
        observer,
        index -> {
          index.deleteNamespace(request.getNamespace());
          return DeleteResponse.getDefaultInstance();
        });
  }

  @FunctionalInterface
  private interface Call<R> {
    R on(VectorIndex index) throws IOException;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the outcome goes to the observer
  private <R> void answer(StreamObserver<R> observer, Call<R> call) {
    VectorIndex index = IndexOfCall.current();
    long latency = faults.latencyMillis();
    if (latency == 0) {
      answerNow(observer, index, call);
      return;
    }
    Runnable later = Context.current().wrap(() -> answerNow(observer, index, call));
    timer.schedule(() -> workers.execute(later), latency, TimeUnit.MILLISECONDS);
  }

  private <R> void answerNow(StreamObserver<R> observer, VectorIndex index, Call<R> call) {
    if (faults.nextCallFails()) {
      observer.onError(
          Status.UNAVAILABLE.withDescription("failed on purpose").asRuntimeException());
      return;
    }
    try {
      observer.onNext(call.on(index));
      observer.onCompleted();
    } catch (StatusRuntimeException refused) {
      observer.onError(refused);
    } catch (IOException | RuntimeException e) {
      LOG.warn("a call on index {} failed", index.definition().name(), e);
      observer.onError(Status.INTERNAL.withDescription(e.toString()).asRuntimeException());
    }
  }
}
