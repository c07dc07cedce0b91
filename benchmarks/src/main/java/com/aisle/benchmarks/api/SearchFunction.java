package com.aisle.benchmarks.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The search function, invoked at the local function host without a gateway in between. */
public final class SearchFunction {
  private static final String ALIAS = "live";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * What came of an invocation.
   *
   * @param duration in the function, by the host's clock: as Lambda would bill it
   */
  public record Invocation(SearchAnswer answer, Duration duration) {}

  private final URI host;
  private final String name;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final JsonMapper mapper = JsonMapper.builder().build();

  /** The function of this name at the host. */
  public SearchFunction(URI host, String name) {
    this.host = host;
    this.name = name;
  }

  /**
   * One search.
   *
   * @throws RefusedException when it fails
   */
  public Invocation search(SearchQuery query, int size) throws IOException, InterruptedException {
    String id = UUID.randomUUID().toString();
    var request =
        HttpRequest.newBuilder(host.resolve("/invoke"))
            .timeout(PATIENCE)
            .header("X-Amzn-Lambda-Function-Name", name)
            .header("X-Amzn-Lambda-Function-Version", ALIAS)
            .header("X-Amzn-Lambda-Request-Id", id)
            .POST(
                BodyPublishers.ofString(
                    HttpApiEvent.get("/v1/search", query.parameters(size), id).toString()))
            .build();
    return read(client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
  }

  private Invocation read(HttpResponse<String> response) throws IOException {
    if (response.statusCode() != 200) {
      throw new RefusedException(response.statusCode(), response.body());
    }
    JsonNode result = mapper.readTree(response.body());
    int status = result.path("statusCode").intValue(500);
    String body = result.path("body").stringValue("");
    if (status != 200) {
      throw new RefusedException(status, body);
    }
    double milliseconds =
        response
            .headers()
            .firstValue("X-Aisle-Duration-Ms")
            .map(Double::parseDouble)
            .orElseThrow(() -> new IOException("the host at " + host + " tells no duration"));
    return new Invocation(
        SearchAnswer.of(mapper.readTree(body)), Duration.ofNanos(Math.round(milliseconds * 1e6)));
  }
}
