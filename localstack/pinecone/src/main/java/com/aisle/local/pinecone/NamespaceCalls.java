package com.aisle.local.pinecone;

import com.google.protobuf.Struct;
import io.grpc.Status;
import io.pinecone.proto.CreateNamespaceRequest;
import io.pinecone.proto.DescribeIndexStatsResponse;
import io.pinecone.proto.ListNamespacesRequest;
import io.pinecone.proto.ListNamespacesResponse;
import io.pinecone.proto.NamespaceDescription;
import io.pinecone.proto.NamespaceSummary;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The calls on namespaces, and the counts of an index. */
final class NamespaceCalls {

  private NamespaceCalls() {}

  static DescribeIndexStatsResponse stats(VectorIndex index, Struct filter) throws IOException {
    MetadataFilter compiled = MetadataFilterParser.parse(filter);
    IndexDefinition definition = index.definition();
    DescribeIndexStatsResponse.Builder response =
        DescribeIndexStatsResponse.newBuilder()
            .setMetric(definition.metric().wireName())
            .setVectorType(definition.isSparse() ? "sparse" : "dense");
    if (!definition.isSparse()) {
      response.setDimension(definition.dimension());
    }
    int total = 0;
    for (Map.Entry<String, Namespace> namespace : index.namespaces().entrySet()) {
      int count = namespace.getValue().count(compiled);
      total += count;
      response.putNamespaces(
          namespace.getKey(), NamespaceSummary.newBuilder().setVectorCount(count).build());
    }
    return response.setTotalVectorCount(total).build();
  }

  static ListNamespacesResponse list(VectorIndex index, ListNamespacesRequest request)
      throws IOException {
    String after = PageToken.read(request.getPaginationToken());
    List<String> names =
        index.namespaces().keySet().stream()
            .filter(name -> name.startsWith(request.getPrefix()))
            .toList();
    int start = names.indexOf(after) + 1;
    int end = Math.min(names.size(), start + PageToken.limit(request.getLimit()));
    List<String> page = names.subList(start, end);
    ListNamespacesResponse.Builder response =
        ListNamespacesResponse.newBuilder().setTotalCount(names.size());
    for (String name : page) {
      response.addNamespaces(describe(index, name));
    }
    if (end < names.size()) {
      response.setPagination(PageToken.after(page));
    }
    return response.build();
  }

  static NamespaceDescription describe(VectorIndex index, String name) throws IOException {
    Namespace namespace =
        index
            .namespace(name)
            .orElseThrow(
                () -> Status.NOT_FOUND.withDescription("Namespace not found").asRuntimeException());
    return NamespaceDescription.newBuilder()
        .setName(VectorIndex.canonical(name))
        .setRecordCount(namespace.count(MetadataFilter.ALL))
        .build();
  }

  static NamespaceDescription create(VectorIndex index, CreateNamespaceRequest request)
      throws IOException {
    if (index.namespace(request.getName()).isPresent()) {
      throw Status.ALREADY_EXISTS.withDescription("Namespace already exists").asRuntimeException();
    }
    if (request.hasSchema()) {
      throw Status.UNIMPLEMENTED
          .withDescription("This stand-in for Pinecone does not have metadata schemas")
          .asRuntimeException();
    }
    index.namespaceOrNew(request.getName());
    return describe(index, request.getName());
  }
}
