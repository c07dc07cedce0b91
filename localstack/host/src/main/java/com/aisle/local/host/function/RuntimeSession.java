package com.aisle.local.host.function;

import com.aisle.local.host.function.Invocation.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The conversation of one process with the Lambda Runtime API: first it gets ready, then it takes
 * one event after another.
 */
final class RuntimeSession {
  private final String id;
  private final long createdAt = System.nanoTime();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final BlockingQueue<Optional<Invocation>> inbox = new LinkedBlockingQueue<>();
  private final Extensions extensions = new Extensions();
  private @Nullable Invocation current;
  private boolean ended;
  private volatile long restoredAt;
  private volatile long readyAt;

  RuntimeSession(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  Extensions extensions() {
    return extensions;
  }

  /**
   * Completes when the process asks for its first event; exceptionally with a {@link
   * StartException} when it cannot.
   */
  CompletableFuture<Void> ready() {
    return ready;
  }

  /** Gives the process an event. False when it has ended already. */
  synchronized boolean offer(Invocation invocation) {
    if (ended) {
      return false;
    }
    current = invocation;
    extensions.announce(invocation);
    return inbox.offer(Optional.of(invocation));
  }

  /** The process asks for an event, and waits for it. Empty when the process has ended. */
  Optional<Invocation> next() throws InterruptedException {
    if (readyAt == 0) {
      readyAt = System.nanoTime();
      extensions.close();
      ready.complete(null);
    }
    return inbox.take();
  }

  /** The process has worked on an event. */
  void respond(String requestId, Reply reply) {
    Invocation answered;
    synchronized (this) {
      answered = current;
      if (answered == null || !answered.requestId().equals(requestId)) {
        return;
      }
      current = null;
    }
    answered.reply().complete(reply);
  }

  /** The process is ready for its snapshot; here it is restored at once. */
  void restore() {
    restoredAt = System.nanoTime();
  }

  /** The process says that it cannot start. */
  void fail(byte[] error) {
    ready.completeExceptionally(new StartException(error));
  }

  /** The process has ended, with an error object for the event that it was working on. */
  void end(EndCause cause, int exitStatus) {
    Invocation unfinished;
    synchronized (this) {
      ended = true;
      unfinished = current;
      current = null;
    }
    inbox.add(Optional.empty());
    extensions.end();
    fail(InvocationErrors.ofEnd(cause, exitStatus, id));
    if (unfinished != null) {
      unfinished
          .reply()
          .complete(
              new Reply(false, InvocationErrors.ofEnd(cause, exitStatus, unfinished.requestId())));
    }
  }

  synchronized boolean isBusy() {
    return current != null || !extensions.idle().isDone();
  }

  synchronized boolean hasEnded() {
    return ended;
  }

  /**
   * From the start of the process to the snapshot, or to the first request for an event if it takes
   * none.
   */
  Duration initDuration() {
    return Duration.ofNanos((restoredAt == 0 ? readyAt : restoredAt) - createdAt);
  }

  /** From the snapshot to the first request for an event, if there was a snapshot. */
  Optional<Duration> restoreDuration() {
    return restoredAt == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(readyAt - restoredAt));
  }
}
