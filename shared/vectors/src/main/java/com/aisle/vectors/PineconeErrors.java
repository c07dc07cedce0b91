package com.aisle.vectors;

import com.aisle.vectors.VectorStoreException.Kind;
import io.grpc.StatusRuntimeException;
import io.pinecone.exceptions.PineconeAuthorizationException;
import io.pinecone.exceptions.PineconeBadRequestException;
import io.pinecone.exceptions.PineconeException;
import io.pinecone.exceptions.PineconeForbiddenException;
import io.pinecone.exceptions.PineconeNotFoundException;
import io.pinecone.exceptions.PineconeValidationException;

/** Pinecone's errors in the port's terms: gRPC's for data calls, the client's own for control. */
final class PineconeErrors {

  private PineconeErrors() {}

  static VectorStoreException translate(Space space, RuntimeException error) {
    if (error instanceof VectorStoreException translated) {
      return translated;
    }
    return new VectorStoreException(
        kind(error), "vector space %s: %s".formatted(space.name(), error.getMessage()), error);
  }

  private static Kind kind(RuntimeException error) {
    return switch (error) {
      case StatusRuntimeException grpc -> kind(grpc);
      case PineconeNotFoundException notFound -> Kind.NO_SUCH_SPACE;
      case PineconeBadRequestException badRequest -> Kind.REJECTED;
      case PineconeForbiddenException forbidden -> Kind.REJECTED;
      case PineconeAuthorizationException unauthorized -> Kind.REJECTED;
      case PineconeValidationException invalid -> Kind.REJECTED;
      case PineconeException other -> Kind.UNAVAILABLE;
      default -> Kind.UNAVAILABLE;
    };
  }

  private static Kind kind(StatusRuntimeException error) {
    return switch (error.getStatus().getCode()) {
      case NOT_FOUND -> Kind.NO_SUCH_SPACE;
      case INVALID_ARGUMENT,
          FAILED_PRECONDITION,
          OUT_OF_RANGE,
          ALREADY_EXISTS,
          UNIMPLEMENTED,
          UNAUTHENTICATED,
          PERMISSION_DENIED ->
          Kind.REJECTED;
      case OK,
          CANCELLED,
          UNKNOWN,
          DEADLINE_EXCEEDED,
          RESOURCE_EXHAUSTED,
          ABORTED,
          INTERNAL,
          UNAVAILABLE,
          DATA_LOSS ->
          Kind.UNAVAILABLE;
    };
  }
}
