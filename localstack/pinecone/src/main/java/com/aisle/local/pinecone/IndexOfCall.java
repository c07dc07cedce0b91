package com.aisle.local.pinecone;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Optional;

/**
 * Tells which index a call is for. Pinecone gives each index a host name; this stand-in, with one
 * port and no name server, puts the index before the address, where a URL has the user: {@code
 * products@127.0.0.1:5080}. The client connects to what follows the @ and sends all of it.
 */
final class IndexOfCall implements ServerInterceptor {

  private static final Context.Key<VectorIndex> INDEX = Context.key("index");

  private final Indexes indexes;

  IndexOfCall(Indexes indexes) {
    this.indexes = indexes;
  }

  static String host(String index, String address) {
    return index + "@" + address;
  }

  /** The index of the call that the current thread handles. */
  static VectorIndex current() {
    return INDEX.get();
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    String authority = Optional.ofNullable(call.getAuthority()).orElse("");
    String name = authority.substring(0, Math.max(0, authority.indexOf('@')));
    Optional<VectorIndex> index = indexes.find(name);
    if (index.isEmpty()) {
      // Pinecone's host name of a deleted index leads nowhere, too.
      call.close(
          Status.UNAVAILABLE.withDescription("no index has the host '%s'".formatted(authority)),
          new Metadata());
      return new ServerCall.Listener<>() {};
    }
    return Contexts.interceptCall(
        Context.current().withValue(INDEX, index.get()), call, headers, next);
  }
}
