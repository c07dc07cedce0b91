package com.aisle.benchmarks.search;

import com.aisle.benchmarks.api.SearchFunction;
import com.aisle.benchmarks.api.SearchFunction.Invocation;
import com.aisle.benchmarks.api.SearchQuery;
import com.aisle.benchmarks.api.ShopApi;
import com.aisle.benchmarks.report.Latencies;
import java.io.IOException;
import java.util.List;

/** Times searches in the function and through the gateway, each way after a warm-up of its own. */
final class SearchBenchmark {
  private static final int SIZE = 20;

  /**
   * How much to do.
   *
   * @param rounds of all queries that are measured on each way
   * @param warmUp rounds before them, for each client
   * @param clients of the last way
   */
  record Effort(int rounds, int warmUp, int clients) {}

  /**
   * The same calls by two clocks.
   *
   * @param took by the function's own
   * @param billed by the host's, as Lambda would bill them
   */
  record InFunction(Latencies took, Latencies billed) {}

  private final SearchFunction function;
  private final ShopApi api;
  private final List<SearchQuery> queries;
  private final Effort effort;

  SearchBenchmark(SearchFunction function, ShopApi api, List<SearchQuery> queries, Effort effort) {
    this.function = function;
    this.api = api;
    this.queries = queries;
    this.effort = effort;
  }

  InFunction inFunction() throws InterruptedException {
    invoke(effort.warmUp(), new InFunction(new Latencies("warm-up"), new Latencies("warm-up")));
    InFunction times =
        new InFunction(
            new Latencies("in the function, its own 'took'"),
            new Latencies("in the function, as it would be billed"));
    invoke(effort.rounds(), times);
    return times;
  }

  private void invoke(int rounds, InFunction times) throws InterruptedException {
    for (int round = 0; round < rounds; round++) {
      for (SearchQuery query : queries) {
        invoke(query, times);
      }
    }
  }

  private void invoke(SearchQuery query, InFunction times) throws InterruptedException {
    try {
      Invocation invocation = function.search(query, SIZE);
      times.took().add(invocation.answer().took());
      times.billed().add(invocation.duration());
      if (!invocation.answer().degraded().isEmpty()) {
        times.took().addDegraded();
        times.billed().addDegraded();
      }
    } catch (IOException e) {
      times.took().addError("'%s': %s".formatted(query.text(), e));
      times.billed().addError("'%s': %s".formatted(query.text(), e));
    }
  }

  Latencies oneClient() throws InterruptedException {
    return throughGateway("through the gateway, one client", 1);
  }

  Latencies manyClients() throws InterruptedException {
    return throughGateway(
        "through the gateway, %d clients".formatted(effort.clients()), effort.clients());
  }

  /** Several processes of the function share the work of many clients, and each has to warm up. */
  private Latencies throughGateway(String name, int count) throws InterruptedException {
    Clients clients = new Clients(count, query -> api.search(query, SIZE));
    clients.run(queries, effort.warmUp() * count, new Latencies("warm-up"));
    Latencies latencies = new Latencies(name);
    clients.run(queries, effort.rounds(), latencies);
    return latencies;
  }
}
