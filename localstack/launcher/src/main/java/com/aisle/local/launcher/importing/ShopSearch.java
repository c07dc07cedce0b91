package com.aisle.local.launcher.importing;

import com.aisle.local.launcher.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Aisle's search, called over HTTP as a shop does. */
public final class ShopSearch implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int TIMED_OUT = 504;
  private static final int MOST_IDS = 100;
  // The filter language takes 4000 characters.
  private static final int MOST_CHARACTERS = 3500;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI api;

  /** A search at the API with this address. */
  public ShopSearch(URI api) {
    this.api = api;
  }

  /** The answer to a search with these parameters. */
  public JsonNode search(Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .map(
                entry ->
                    entry.getKey()
                        + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    URI address = api.resolve("/v1/search?" + query);
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60)).build();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() == TIMED_OUT) {
        // On a busy machine the function may start longer than the gateway waits; then it is there.
        response = client.send(request, HttpResponse.BodyHandlers.ofString());
      }
      if (response.statusCode() != 200) {
        throw new LauncherException(
            "%s answered %d: %s".formatted(address, response.statusCode(), response.body()));
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new LauncherException(
          "%s does not answer (%s). Look at: ./aisle status".formatted(api, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted", e);
    }
  }

  /** How many of these products a search can find. */
  long searchable(Collection<String> ids) {
    long total = 0;
    for (List<String> batch : batches(ids)) {
      String list = batch.stream().map(ShopSearch::quoted).collect(Collectors.joining(","));
      total +=
          search(Map.of("filter", "id IN [%s]".formatted(list), "size", "0"))
              .path("total")
              .asLong();
    }
    return total;
  }

  private static List<List<String>> batches(Collection<String> ids) {
    List<List<String>> batches = new ArrayList<>();
    int characters = 0;
    for (String id : ids) {
      characters += id.length() + 4;
      if (batches.isEmpty()
          || batches.getLast().size() == MOST_IDS
          || characters > MOST_CHARACTERS) {
        batches.add(new ArrayList<>());
        characters = id.length() + 4;
      }
      batches.getLast().add(id);
    }
    return batches;
  }

  private static String quoted(String id) {
    return '"' + id.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Override
  public void close() {
    client.close();
  }
}
