package com.aisle.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API as a shop page calls it. */
final class Api {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  Api(URI base) {
    this.base = base;
  }

  /** An answer, its body read as JSON. */
  record Answer(int status, HttpResponse<String> response, JsonNode body) {

    List<String> hitIds() {
      return body.path("hits").valueStream().map(hit -> hit.path("id").asString()).toList();
    }

    long total() {
      return body.path("total").asLong();
    }

    boolean degraded() {
      return body.path("degraded")
          .valueStream()
          .anyMatch(part -> part.asString().equals("vectors"));
    }
  }

  Answer get(String pathAndQuery) {
    return send(HttpRequest.newBuilder(base.resolve(pathAndQuery)).GET());
  }

  /** A staff call: with the token that reports and erasures ask for. */
  Answer staff(String method, String pathAndQuery, String token) {
    return send(
        HttpRequest.newBuilder(base.resolve(pathAndQuery))
            .header("authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.noBody()));
  }

  Answer post(String path, String json) {
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  Answer search(String query, String... more) {
    return get("/v1/search?q=" + encode(query) + String.join("", more));
  }

  Answer product(String id) {
    return get("/v1/products/" + encode(id));
  }

  Answer send(HttpRequest.Builder request) {
    HttpResponse<String> response = send(request.timeout(Duration.ofSeconds(40)).build());
    return new Answer(response.statusCode(), response, json(response.body()));
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static JsonNode json(String body) {
    return body.startsWith("{") ? JSON.readTree(body) : JSON.nullNode();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
