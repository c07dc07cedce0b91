package com.aisle.local.host.function;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The extensions inside one process: each gets every event too, and the process is free for the
 * next one only when all have asked for it.
 */
final class Extensions {
  private static final class Extension {
    private final BlockingQueue<Optional<Invocation>> inbox = new LinkedBlockingQueue<>();
  }

  private final Map<String, Extension> extensions = new LinkedHashMap<>();
  private final Set<Extension> working = new HashSet<>();
  private CompletableFuture<Void> idle = CompletableFuture.completedFuture(null);
  private boolean closed;

  /** An identifier for a new extension; empty when the process has finished its start already. */
  synchronized Optional<String> register() {
    if (closed) {
      return Optional.empty();
    }
    String id = UUID.randomUUID().toString();
    Extension extension = new Extension();
    extensions.put(id, extension);
    return Optional.of(id);
  }

  /** The process has started: nobody may register any more. */
  synchronized void close() {
    closed = true;
  }

  synchronized boolean knows(String id) {
    return extensions.containsKey(id);
  }

  /** An extension asks for an event, and waits for it. Empty when the process has ended. */
  Optional<Invocation> next(String id) throws InterruptedException {
    Extension extension;
    synchronized (this) {
      extension = extensions.get(id);
      if (extension == null) {
        return Optional.empty();
      }
      // One that was still busy when an event came has it in its inbox and goes straight on.
      if (extension.inbox.isEmpty()) {
        finished(extension);
      }
    }
    return extension.inbox.take();
  }

  /** An extension gives up. */
  synchronized void remove(String id) {
    Extension extension = extensions.remove(id);
    if (extension != null) {
      finished(extension);
    }
  }

  private void finished(Extension extension) {
    working.remove(extension);
    if (working.isEmpty()) {
      idle.complete(null);
    }
  }

  /** Tells all extensions of an event that the process is given. */
  synchronized void announce(Invocation invocation) {
    if (extensions.isEmpty()) {
      return;
    }
    idle = new CompletableFuture<>();
    working.addAll(extensions.values());
    working.forEach(extension -> extension.inbox.add(Optional.of(invocation)));
  }

  /** Completes when no extension works on an event any more. */
  synchronized CompletableFuture<Void> idle() {
    return idle.copy();
  }

  /** The process has ended. */
  synchronized void end() {
    closed = true;
    extensions.values().forEach(extension -> extension.inbox.add(Optional.empty()));
    working.clear();
    idle.complete(null);
  }
}
