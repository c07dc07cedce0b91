package com.aisle.local.host.endpoint;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The few calls of the AWS endpoint's JSON protocols that the host needs. The endpoint checks no
 * signature.
 */
public final class AwsEndpoint {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final JsonMapper mapper = JsonMapper.builder().build();

  /** An endpoint at an address such as {@code http://127.0.0.1:4566}. */
  public AwsEndpoint(URI address) {
    this.address = address;
  }

  JsonNode get(String service, String path) throws EndpointException {
    HttpRequest request = request(service, path).GET().build();
    return json(request, send(request, BodyHandlers.ofByteArray()));
  }

  JsonNode call(String service, String target, JsonNode body) throws EndpointException {
    HttpRequest request =
        request(service, "/")
            .header("X-Amz-Target", target)
            .header("Content-Type", "application/x-amz-json-1.1")
            .POST(HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body)))
            .build();
    return json(request, send(request, BodyHandlers.ofByteArray()));
  }

  /** Downloads the code of a function, from the address that GetFunction gave. */
  public void download(URI location, Path file) throws EndpointException {
    HttpRequest request = HttpRequest.newBuilder(location).timeout(TIMEOUT).build();
    int status = send(request, BodyHandlers.ofFile(file)).statusCode();
    if (status != 200) {
      throw new EndpointException(status, "GET " + location.getPath() + " answered " + status);
    }
  }

  private HttpRequest.Builder request(String service, String path) {
    String scope = "Credential=test/20260101/us-east-1/" + service + "/aws4_request";
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(TIMEOUT)
        .header("Authorization", "AWS4-HMAC-SHA256 " + scope + ", SignedHeaders=host, Signature=0");
  }

  private JsonNode json(HttpRequest request, HttpResponse<byte[]> response)
      throws EndpointException {
    JsonNode body;
    try {
      body = mapper.readTree(response.body());
    } catch (JacksonException e) {
      throw new EndpointException(
          request.uri() + " answered " + response.statusCode() + ", not JSON", e);
    }
    if (response.statusCode() / 100 != 2) {
      throw new EndpointException(
          response.statusCode(), request.uri() + " answered " + response.statusCode() + " " + body);
    }
    return body;
  }

  private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws EndpointException {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new EndpointException(request.uri() + " cannot be reached: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EndpointException(request.uri() + " was interrupted", e);
    }
  }
}
