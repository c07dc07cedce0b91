package com.aisle.benchmarks.ingest;

import com.aisle.benchmarks.report.Bar;
import com.aisle.benchmarks.report.Latencies;
import com.aisle.benchmarks.report.LatencyTable;
import com.aisle.benchmarks.report.Machine;
import com.aisle.benchmarks.report.Polling;
import com.aisle.benchmarks.setup.BenchmarkException;
import com.aisle.benchmarks.setup.Endpoints;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench visible}. */
@Command(
    name = "visible",
    description = "Times from POST /v1/events until GET /v1/reports/realtime shows the event.",
    mixinStandardHelpOptions = true)
public final class VisibleCommand implements Callable<Integer> {
  private static final Polling POLLING = new Polling(Duration.ofMillis(50), Duration.ofSeconds(60));
  private static final Duration BAR = Duration.ofSeconds(10);

  private final PrintStream out = System.out;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Mixin private final Endpoints endpoints = new Endpoints();

  @Option(
      names = "--token",
      defaultValue = "${env:AISLE_STAFF_TOKEN:-}",
      description = "The staff token (AISLE_STAFF_TOKEN).")
  private String token = "";

  @Option(names = "--events", description = "How many, one by one (default: ${DEFAULT-VALUE}).")
  private int events = 50;

  @Override
  public Integer call() throws IOException, InterruptedException {
    BenchmarkException.requireBetween(1, events, 10_000, "--events");
    if (token.isBlank()) {
      throw new BenchmarkException(
          "The staff token is not known: call ./aisle bench, or set AISLE_STAFF_TOKEN.");
    }
    out.println(Machine.describe());
    String run = "visible-" + Long.toString(Instant.now().toEpochMilli(), 36) + "-";
    Latencies latencies = new Latencies("event posted to visible in realtime");
    for (int i = 0; i < events; i++) {
      time(run + i, latencies);
    }
    out.println(LatencyTable.format(java.util.List.of(latencies)));
    out.printf("p95 %s ms%n", LatencyTable.milliseconds(latencies.percentile(95)));
    out.println(Bar.below(latencies, 95, BAR));
    return latencies.errors() == 0 ? 0 : 1;
  }

  private void time(String product, Latencies latencies) throws IOException, InterruptedException {
    long start = System.nanoTime();
    post(product);
    if (POLLING.until(() -> realtime().contains(product))) {
      latencies.add(Duration.ofNanos(System.nanoTime() - start));
    } else {
      latencies.addError(
          product + " was not shown within " + POLLING.patience().toSeconds() + " s");
    }
  }

  private void post(String product) throws IOException, InterruptedException {
    String body =
        """
        {"events":[{"event_id":"%s","action_name":"product_view","timestamp":"%s","client_id":"bench",\
        "session_id":"bench","object_id":"%s"}]}"""
            .formatted(product, Instant.now(), product);
    HttpRequest request =
        HttpRequest.newBuilder(endpoints.api().resolve("/v1/events"))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    require(202, client.send(request, HttpResponse.BodyHandlers.ofString()));
  }

  private String realtime() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoints.api().resolve("/v1/reports/realtime"))
            .header("authorization", "Bearer " + token)
            .build();
    return require(200, client.send(request, HttpResponse.BodyHandlers.ofString()));
  }

  private static String require(int status, HttpResponse<String> response) throws IOException {
    if (response.statusCode() != status) {
      throw new IOException(
          "%s answered %d: %s".formatted(response.uri(), response.statusCode(), response.body()));
    }
    return response.body();
  }
}
