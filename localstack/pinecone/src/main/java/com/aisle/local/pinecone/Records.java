package com.aisle.local.pinecone;

import io.grpc.Status;
import io.pinecone.proto.DeleteRequest;
import io.pinecone.proto.DeleteResponse;
import io.pinecone.proto.FetchByMetadataRequest;
import io.pinecone.proto.FetchByMetadataResponse;
import io.pinecone.proto.FetchRequest;
import io.pinecone.proto.FetchResponse;
import io.pinecone.proto.ListItem;
import io.pinecone.proto.ListRequest;
import io.pinecone.proto.ListResponse;
import io.pinecone.proto.QueryRequest;
import io.pinecone.proto.QueryResponse;
import io.pinecone.proto.ScoredVector;
import io.pinecone.proto.UpdateRequest;
import io.pinecone.proto.UpdateResponse;
import io.pinecone.proto.UpsertRequest;
import io.pinecone.proto.UpsertResponse;
import io.pinecone.proto.Usage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls on records: checks a request, asks its namespace, builds the answer. */
final class Records {

  /** Pinecone counts what reads cost; here every read costs one. */
  private static final Usage USAGE = Usage.newBuilder().setReadUnits(1).build();

  private Records() {}

  static UpsertResponse upsert(VectorIndex index, UpsertRequest request) throws IOException {
    Requests.check(request, index.definition());
    index.namespaceOrNew(request.getNamespace()).write(new Mutation.Upsert(request));
    return UpsertResponse.newBuilder().setUpsertedCount(request.getVectorsCount()).build();
  }

  static UpdateResponse update(VectorIndex index, UpdateRequest request) throws IOException {
    Requests.check(request, index.definition());
    Optional<Namespace> namespace = index.namespace(request.getNamespace());
    if (namespace.isEmpty()) {
      return UpdateResponse.getDefaultInstance();
    }
    int matched = namespace.get().countMatches(request);
    if (!request.getDryRun()) {
      namespace.get().write(new Mutation.Update(request));
    }
    return UpdateResponse.newBuilder().setMatchedRecords(matched).build();
  }

  static DeleteResponse delete(VectorIndex index, DeleteRequest request) throws IOException {
    Requests.check(request);
    index
        .namespace(request.getNamespace())
        .orElseThrow(
            () -> Status.NOT_FOUND.withDescription("Namespace not found").asRuntimeException())
        .write(new Mutation.Delete(request));
    return DeleteResponse.getDefaultInstance();
  }

  static FetchResponse fetch(VectorIndex index, FetchRequest request) throws IOException {
    Requests.check(request);
    FetchResponse.Builder response =
        FetchResponse.newBuilder().setNamespace(request.getNamespace()).setUsage(USAGE);
    find(index, request.getNamespace(), request.getIdsList())
        .forEach((id, vector) -> response.putVectors(id, vector.message()));
    return response.build();
  }

  private static Map<String, StoredVector> find(
      VectorIndex index, String namespace, List<String> ids) throws IOException {
    Optional<Namespace> found = index.namespace(namespace);
    return found.isEmpty() ? Map.of() : found.get().find(ids);
  }

  static FetchByMetadataResponse fetchByMetadata(VectorIndex index, FetchByMetadataRequest request)
      throws IOException {
    MetadataFilter filter = MetadataFilterParser.parse(request.getFilter());
    FetchByMetadataResponse.Builder response =
        FetchByMetadataResponse.newBuilder().setNamespace(request.getNamespace()).setUsage(USAGE);
    Optional<Namespace> namespace = index.namespace(request.getNamespace());
    if (namespace.isEmpty()) {
      return response.build();
    }
    List<String> matching = namespace.get().ids(filter);
    int start = matching.indexOf(PageToken.read(request.getPaginationToken())) + 1;
    int end = Math.min(matching.size(), start + PageToken.limit(request.getLimit()));
    List<String> page = matching.subList(start, end);
    if (end < matching.size()) {
      response.setPagination(PageToken.after(page));
    }
    namespace.get().find(page).forEach((id, each) -> response.putVectors(id, each.message()));
    return response.build();
  }

  static ListResponse list(VectorIndex index, ListRequest request) throws IOException {
    ListResponse.Builder response =
        ListResponse.newBuilder().setNamespace(request.getNamespace()).setUsage(USAGE);
    Optional<Namespace> namespace = index.namespace(request.getNamespace());
    if (namespace.isEmpty()) {
      return response.build();
    }
    int limit = PageToken.limit(request.getLimit());
    String after = PageToken.read(request.getPaginationToken());
    List<String> ids = namespace.get().ids(request.getPrefix(), after, limit + 1);
    List<String> page = ids.subList(0, Math.min(limit, ids.size()));
    page.forEach(id -> response.addVectors(ListItem.newBuilder().setId(id)));
    if (ids.size() > limit) {
      response.setPagination(PageToken.after(page));
    }
    return response.build();
  }

  static QueryResponse query(VectorIndex index, QueryRequest request) throws IOException {
    Requests.check(request, index.definition());
    QueryResponse.Builder response =
        QueryResponse.newBuilder().setNamespace(request.getNamespace()).setUsage(USAGE);
    Optional<Namespace> namespace = index.namespace(request.getNamespace());
    if (namespace.isEmpty()) {
      return response.build();
    }
    Optional<NearestQuery> query = nearestQuery(namespace.get(), request);
    if (query.isPresent()) {
      response.addAllMatches(namespace.get().nearest(query.get(), found -> match(found, request)));
    }
    return response.build();
  }

  /** Empty when it is by an id that does not exist. */
  private static Optional<NearestQuery> nearestQuery(Namespace namespace, QueryRequest request)
      throws IOException {
    MetadataFilter filter = MetadataFilterParser.parse(request.getFilter());
    if (!request.getId().isEmpty()) {
      return Optional.ofNullable(namespace.find(List.of(request.getId())).get(request.getId()))
          .map(
              vector ->
                  new NearestQuery(vector.values(), vector.sparse(), filter, request.getTopK()));
    }
    return Optional.of(
        new NearestQuery(
            StoredVector.toArray(request.getVectorList()),
            request.hasSparseVector() ? SparseVector.of(request.getSparseVector()) : null,
            filter,
            request.getTopK()));
  }

  private static ScoredVector match(Namespace.Found found, QueryRequest request) {
    ScoredVector.Builder match =
        ScoredVector.newBuilder().setId(found.id()).setScore(found.score());
    if (request.getIncludeValues()) {
      match.addAllValues(found.vector().message().getValuesList());
      if (found.vector().message().hasSparseValues()) {
        match.setSparseValues(found.vector().message().getSparseValues());
      }
    }
    if (request.getIncludeMetadata()) {
      match.setMetadata(found.vector().metadata());
    }
    return match.build();
  }
}
