package com.aisle.local.host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a host as the AWS endpoint and the launcher do. */
final class HostClient {
  private final HttpClient client = HttpClient.newHttpClient();
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final String address;

  HostClient(int port) {
    address = "http://127.0.0.1:" + port;
  }

  /** What a function answered. */
  record Answer(int status, JsonNode body, HttpResponse<String> response) {
    long pid() {
      return body.path("pid").asLong();
    }

    String errorType() {
      return body.path("errorType").asString("");
    }
  }

  Answer invoke(String name, String version, String event) {
    return invokeLater(name, version, event).join();
  }

  CompletableFuture<Answer> invokeLater(String name, String version, String event) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/invoke"))
            .header("X-Amzn-Lambda-Function-Name", name)
            .header("X-Amzn-Lambda-Function-Version", version)
            .header("X-Amzn-Lambda-Request-Id", "request-of-" + name)
            .POST(BodyPublishers.ofString("{\"do\":\"" + event + "\"}"))
            .build();
    return client
        .sendAsync(request, BodyHandlers.ofString())
        .thenApply(
            response ->
                new Answer(response.statusCode(), mapper.readTree(response.body()), response));
  }

  /** The status of a function version; a missing node when there is none. */
  JsonNode status(String name, String version) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/status")).build();
      JsonNode all = mapper.readTree(client.send(request, BodyHandlers.ofString()).body());
      for (JsonNode function : all) {
        if (function.path("function").asString().equals(name)
            && function.path("version").asString().equals(version)) {
          return function;
        }
      }
      return all.path("missing");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void reload() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/reload"))
            .POST(BodyPublishers.noBody())
            .build();
    client.send(request, BodyHandlers.discarding());
  }
}
