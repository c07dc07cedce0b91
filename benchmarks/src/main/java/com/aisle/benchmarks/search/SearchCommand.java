package com.aisle.benchmarks.search;

import com.aisle.benchmarks.api.QueryFile;
import com.aisle.benchmarks.api.SearchFunction;
import com.aisle.benchmarks.api.SearchQuery;
import com.aisle.benchmarks.api.ShopApi;
import com.aisle.benchmarks.report.Bar;
import com.aisle.benchmarks.report.Latencies;
import com.aisle.benchmarks.report.LatencyTable;
import com.aisle.benchmarks.report.Machine;
import com.aisle.benchmarks.search.SearchBenchmark.Effort;
import com.aisle.benchmarks.search.SearchBenchmark.InFunction;
import com.aisle.benchmarks.setup.BenchmarkException;
import com.aisle.benchmarks.setup.DataFolder;
import com.aisle.benchmarks.setup.Endpoints;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench search}. */
@Command(
    name = "search",
    description =
        "Times searches: in the function, and through the gateway with one client and many.",
    mixinStandardHelpOptions = true)
public final class SearchCommand implements Callable<Integer> {
  private static final Duration MEDIAN_BAR = Duration.ofMillis(10);
  private static final Duration TAIL_BAR = Duration.ofMillis(30);

  private final PrintStream out = System.out;

  @Mixin private final Endpoints endpoints = new Endpoints();

  @Option(
      names = "--queries",
      description = "File of queries: id, text and perhaps locale between tabs.")
  private @Nullable Path queries;

  @Option(
      names = "--data",
      description =
          "Folder of the data sets (default: shared/data beside this folder or above it).")
  private @Nullable Path data;

  @Option(
      names = "--rounds",
      description = "How often each query is measured (default: ${DEFAULT-VALUE}).")
  private int rounds = 5;

  @Option(
      names = "--warm-up",
      description = "Rounds before that, for each client (default: ${DEFAULT-VALUE}).")
  private int warmUp = 3;

  @Option(
      names = "--clients",
      description = "Clients side by side in the last run (default: ${DEFAULT-VALUE}).")
  private int clients = 8;

  @Option(
      names = "--function",
      description = "Name of the search function (default: ${DEFAULT-VALUE}).")
  private String function = "aisle-search";

  @Override
  public Integer call() throws InterruptedException {
    BenchmarkException.requireBetween(1, rounds, 10_000, "--rounds");
    BenchmarkException.requireBetween(0, warmUp, 10_000, "--warm-up");
    BenchmarkException.requireBetween(1, clients, 100, "--clients");
    SearchFunction searchFunction = new SearchFunction(endpoints.host(), function);
    ShopApi api = new ShopApi(endpoints.api());
    List<SearchQuery> asked = queries();
    out.println(Machine.describe());
    out.printf("index: %d products%n", api.products());
    out.printf(
        "%d queries in turn, nothing cached; measured %d times after %d warm-up rounds a client%n",
        asked.size(), rounds, warmUp);

    Effort effort = new Effort(rounds, warmUp, clients);
    SearchBenchmark benchmark = new SearchBenchmark(searchFunction, api, asked, effort);
    InFunction inFunction = benchmark.inFunction();
    List<Latencies> rows =
        List.of(
            inFunction.took(), inFunction.billed(), benchmark.oneClient(), benchmark.manyClients());
    out.println(Machine.describe());
    out.println(LatencyTable.format(rows));
    rows.forEach(
        row ->
            row.firstError()
                .ifPresent(error -> out.printf("first error %s: %s%n", row.name(), error)));
    out.println(Bar.below(inFunction.took(), 50, MEDIAN_BAR));
    out.println(Bar.below(inFunction.took(), 99, TAIL_BAR));
    return 0;
  }

  private List<SearchQuery> queries() {
    if (queries != null) {
      out.printf("queries: %s%n", queries);
      return QueryFile.read(queries);
    }
    return DataFolder.find("icecat", data, Path.of(""))
        .map(
            folder -> {
              out.printf("queries: icecat (%s)%n", folder);
              return QueryFile.read(folder.resolve("queries.tsv"));
            })
        .orElseGet(
            () -> {
              out.println("queries: of the demo shop; there is no icecat data");
              return QueryFile.ofDemoShop();
            });
  }
}
