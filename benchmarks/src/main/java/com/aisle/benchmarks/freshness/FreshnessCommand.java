package com.aisle.benchmarks.freshness;

import com.aisle.benchmarks.api.ShopApi;
import com.aisle.benchmarks.report.Bar;
import com.aisle.benchmarks.report.Latencies;
import com.aisle.benchmarks.report.LatencyTable;
import com.aisle.benchmarks.report.Machine;
import com.aisle.benchmarks.report.Polling;
import com.aisle.benchmarks.setup.BenchmarkException;
import com.aisle.benchmarks.setup.Endpoints;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code bench freshness}. */
@Command(
    name = "freshness",
    description = "Times from a price change on the shop's bus to an answer with the new price.",
    mixinStandardHelpOptions = true)
public final class FreshnessCommand implements Callable<Integer> {
  private static final Polling POLLING = new Polling(Duration.ofMillis(20), Duration.ofSeconds(60));
  private static final Duration BAR = Duration.ofSeconds(5);

  private final PrintStream out = System.out;

  @Mixin private final Endpoints endpoints = new Endpoints();

  @Option(
      names = "--changes",
      description = "Prices that are changed, up to 250 (default: ${DEFAULT-VALUE}).")
  private int changes = 50;

  @Option(
      names = "--bus",
      defaultValue = "${env:AISLE_BUS:-aisle-local}",
      description = "Name of the shop's event bus (AISLE_BUS; default: ${DEFAULT-VALUE}).")
  private String bus = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    BenchmarkException.requireBetween(1, changes, 250, "--changes");
    ShopApi api = new ShopApi(endpoints.api());
    out.println(Machine.describe());
    out.printf("index: %d products%n", api.products());
    try (EventBridgeBus eventBridge = new EventBridgeBus(endpoints.aws(), bus)) {
      measure(
          new FreshnessBenchmark(new ApiShop(api), eventBridge, InstantSource.system(), POLLING));
    }
    return 0;
  }

  private void measure(FreshnessBenchmark benchmark) throws IOException, InterruptedException {
    List<JsonNode> products = benchmark.products(changes);
    out.printf(
        "%d prices are raised by .01 one after another, then set back all at once; "
            + "GET /v1/products/{id} every %d ms%n",
        products.size(), POLLING.interval().toMillis());
    List<Latencies> rows = List.of(benchmark.oneAfterAnother(products), benchmark.burst(products));
    out.println(LatencyTable.format(rows));
    for (Latencies row : rows) {
      row.firstError().ifPresent(error -> out.printf("first error: %s%n", error));
      out.printf("%s: p95 %s ms%n", row.name(), LatencyTable.milliseconds(row.percentile(95)));
      out.println(Bar.below(row, 95, BAR));
    }
  }
}
