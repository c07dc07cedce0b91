package com.aisle.local.host.function;

import java.util.concurrent.CompletableFuture;

/** One event on its way through a process. */
final class Invocation {
  /** The function's answer or error object. */
  static final class Reply {
    private final boolean success;
    private final byte[] body;

    Reply(boolean success, byte[] body) {
      this.success = success;
      this.body = body;
    }

    boolean isSuccess() {
      return success;
    }

    byte[] body() {
      return body;
    }
  }

  private final String requestId;
  private final byte[] payload;
  private final CompletableFuture<Reply> reply = new CompletableFuture<>();

  Invocation(String requestId, byte[] payload) {
    this.requestId = requestId;
    this.payload = payload;
  }

  String requestId() {
    return requestId;
  }

  byte[] payload() {
    return payload;
  }

  /** Completes, and never exceptionally, with the first reply. */
  CompletableFuture<Reply> reply() {
    return reply;
  }
}
