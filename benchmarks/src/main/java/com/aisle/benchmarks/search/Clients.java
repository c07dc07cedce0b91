package com.aisle.benchmarks.search;

import com.aisle.benchmarks.api.SearchAnswer;
import com.aisle.benchmarks.api.SearchQuery;
import com.aisle.benchmarks.report.Latencies;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Clients that search side by side, each with its next query as soon as the last is answered. */
final class Clients {

  /** A way to search. */
  interface Search {
    SearchAnswer answer(SearchQuery query) throws IOException, InterruptedException;
  }

  private final int count;
  private final Search search;

  Clients(int count, Search search) {
    this.count = count;
    this.search = search;
  }

  /** Asks every query of the list {@code rounds} times, in turn, and adds the times. */
  void run(List<SearchQuery> queries, int rounds, Latencies latencies) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    int calls = queries.size() * rounds;
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
      List<Future<?>> clients = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        clients.add(threads.submit(() -> work(queries, calls, next, latencies)));
      }
      for (Future<?> client : clients) {
        join(client);
      }
    }
    latencies.setElapsed(Duration.ofNanos(System.nanoTime() - start));
  }

  private @Nullable Void work(
      List<SearchQuery> queries, int calls, AtomicInteger next, Latencies latencies)
      throws InterruptedException {
    int call;
    while ((call = next.getAndIncrement()) < calls) {
      ask(queries.get(call % queries.size()), latencies);
    }
    return null;
  }

  private void ask(SearchQuery query, Latencies latencies) throws InterruptedException {
    long start = System.nanoTime();
    try {
      SearchAnswer answer = search.answer(query);
      latencies.add(Duration.ofNanos(System.nanoTime() - start));
      if (!answer.degraded().isEmpty()) {
        latencies.addDegraded();
      }
    } catch (IOException e) {
      latencies.addError("'%s': %s".formatted(query.text(), e));
    }
  }

  private static void join(Future<?> client) throws InterruptedException {
    try {
      client.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client broke", e.getCause());
    }
  }
}
