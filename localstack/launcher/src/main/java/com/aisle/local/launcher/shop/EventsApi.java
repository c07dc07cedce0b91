package com.aisle.local.launcher.shop;

import com.aisle.local.launcher.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Aisle's {@code POST /v1/events}, called as a shop's page does. Safe for several threads. */
public final class EventsApi implements AutoCloseable {
  /** The most events that a call may have. */
  public static final int MOST_EVENTS = 500;

  private static final int MOST_SENDS = 4;
  private static final Set<Integer> UNKNOWN = Set.of(503, 504);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;

  /** The events of the API with this address. */
  public EventsApi(URI api) {
    this.address = api.resolve("/v1/events");
  }

  /**
   * Posts events and returns what was said about them.
   *
   * @throws LauncherException when Aisle does not take the call
   */
  public JsonNode post(Sender sender, List<ObjectNode> events) {
    ObjectNode body = JSON.createObjectNode();
    body.putArray("events").addAll(events);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(60))
            .header("content-type", "application/json")
            .header("user-agent", sender.device().userAgent())
            .header("cloudfront-viewer-country", sender.country())
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    try {
      HttpResponse<String> response = send(request);
      if (response.statusCode() / 100 != 2) {
        throw new LauncherException(
            "%s answered %d: %s".formatted(address, response.statusCode(), response.body()));
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new LauncherException(
          "%s does not answer (%s). Look at: ./aisle status".formatted(address, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted", e);
    }
  }

  /**
   * As a page's script does, it sends the same events again when it is not known what became of
   * them.
   */
  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    for (int again = 1; again < MOST_SENDS && UNKNOWN.contains(response.statusCode()); again++) {
      response = client.send(request, HttpResponse.BodyHandlers.ofString());
    }
    return response;
  }

  @Override
  public void close() {
    client.close();
  }
}
