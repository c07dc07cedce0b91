package com.aisle.local.launcher.command;

import com.aisle.local.launcher.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Small calls to parts of the local cloud. */
final class LocalHttp {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private LocalHttp() {}

  /** The JSON at this address. */
  static JsonNode getJson(URI address) {
    return JSON.readTree(
        send(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build()).body());
  }

  /** Whatever the part answers. */
  static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new LauncherException(
          "%s does not answer. Look at: ./aisle status".formatted(request.uri()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted", e);
    }
  }
}
