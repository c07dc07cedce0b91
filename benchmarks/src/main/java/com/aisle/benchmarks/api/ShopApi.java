package com.aisle.benchmarks.api;

import com.aisle.benchmarks.setup.BenchmarkException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Aisle's HTTP API, as a shop's page calls it. Safe for use by several threads. */
public final class ShopApi {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI url;
  private final HttpClient client;
  private final JsonMapper mapper = JsonMapper.builder().build();

  /** The API at {@code url}. */
  public ShopApi(URI url) {
    this.url = url;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
  }

  /**
   * The best {@code size} hits.
   *
   * @throws RefusedException when the answer is an error
   */
  public SearchAnswer search(SearchQuery query, int size) throws IOException, InterruptedException {
    return SearchAnswer.of(get("/v1/search?" + encoded(query.parameters(size))));
  }

  /** {@code size} products that pass a filter, whichever the shop shows first. */
  public SearchAnswer browse(String filter, int size) throws IOException, InterruptedException {
    return SearchAnswer.of(get("/v1/search?size=" + size + "&filter=" + encoded(filter)));
  }

  /** The document of a product. */
  public JsonNode product(String id) throws IOException, InterruptedException {
    return get("/v1/products/" + encoded(id));
  }

  /**
   * The number of products that can be found.
   *
   * @throws BenchmarkException when nothing answers, or no index is there yet
   */
  public long products() throws InterruptedException {
    try {
      return browse("", 1).products();
    } catch (IOException e) {
      throw new BenchmarkException(
          "No search is answered at %s (%s): start the local cloud with ./aisle demo."
              .formatted(url, e.getMessage() == null ? e : e.getMessage()),
          e);
    }
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE).build();
    var response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() != 200) {
      throw new RefusedException(response.statusCode(), response.body());
    }
    return mapper.readTree(response.body());
  }

  static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
