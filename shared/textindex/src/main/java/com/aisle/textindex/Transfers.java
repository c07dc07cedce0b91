package com.aisle.textindex;

import com.aisle.storage.StorageException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many small objects at once: each takes a round trip, not bandwidth. */
final class Transfers {

  private Transfers() {}

  /** Runs all; throws the first failure once none is running any more. */
  static void run(List<Runnable> transfers) {
    List<? extends Future<?>> futures;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      futures = transfers.stream().map(threads::submit).toList();
    }
    for (Future<?> future : futures) {
      try {
        future.get();
      } catch (ExecutionException e) {
        throw failure(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StorageException("interrupted", e);
      }
    }
  }

  private static RuntimeException failure(ExecutionException e) {
    return e.getCause() instanceof RuntimeException unchecked
        ? unchecked
        : new StorageException("a transfer failed", e);
  }
}
