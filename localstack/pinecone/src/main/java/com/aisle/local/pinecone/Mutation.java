package com.aisle.local.pinecone;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import io.pinecone.proto.DeleteRequest;
import io.pinecone.proto.UpdateRequest;
import io.pinecone.proto.UpsertRequest;

/** A write, as it is logged: the request itself, so that replaying it has the same effect. */
sealed interface Mutation {

  MessageLite request();

  /** Names the kind in the log. */
  byte tag();

  record Upsert(UpsertRequest request) implements Mutation {
    @Override
    public byte tag() {
      return 'u';
    }
  }

  record Update(UpdateRequest request) implements Mutation {
    @Override
    public byte tag() {
      return 'p';
    }
  }

  record Delete(DeleteRequest request) implements Mutation {
    @Override
    public byte tag() {
      return 'd';
    }
  }

  static Mutation parse(byte tag, byte[] request) throws InvalidProtocolBufferException {
    return switch (tag) {
      case 'u' -> new Upsert(UpsertRequest.parseFrom(request));
      case 'p' -> new Update(UpdateRequest.parseFrom(request));
      case 'd' -> new Delete(DeleteRequest.parseFrom(request));
      default -> throw new InvalidProtocolBufferException("unknown kind of write: " + tag);
    };
  }
}
