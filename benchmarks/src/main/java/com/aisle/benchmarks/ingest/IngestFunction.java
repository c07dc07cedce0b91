package com.aisle.benchmarks.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The ingest function in its deployed process, invoked at the local function host. */
final class IngestFunction {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String NONE_AGAIN = "{\"batchItemFailures\":[]}";

  private final URI host;
  private final String name;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  IngestFunction(URI host, String name) {
    this.host = host;
    this.name = name;
  }

  /**
   * Hands an event over.
   *
   * @return how long the function worked on it, by the host's clock: as Lambda would bill it
   * @throws IOException when it failed, or wants a message again
   */
  Duration invoke(String event) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(host.resolve("/invoke"))
            .timeout(PATIENCE)
            .header("X-Amzn-Lambda-Function-Name", name)
            .header("X-Amzn-Lambda-Function-Version", "live")
            .POST(BodyPublishers.ofString(event))
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200 || !response.body().equals(NONE_AGAIN)) {
      throw new IOException(
          "the function answered %d: %s".formatted(response.statusCode(), response.body()));
    }
    double milliseconds =
        Double.parseDouble(
            response
                .headers()
                .firstValue("X-Aisle-Duration-Ms")
                .orElseThrow(() -> new IOException("the host tells no duration")));
    return Duration.ofNanos(Math.round(milliseconds * 1e6));
  }
}
