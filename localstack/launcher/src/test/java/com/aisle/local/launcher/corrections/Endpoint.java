package com.aisle.local.launcher.corrections;

import com.aisle.local.launcher.AwsClients;
import com.aisle.local.launcher.AwsEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * An AWS endpoint under test with its function host. There are three, each started when it is first
 * asked for and ended with this JVM: all corrections on; all off; all off but those that let
 * functions run and be reached.
 */
final class Endpoint {
  private static final Set<Integer> ALL = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  private static final Set<Integer> ALL_BUT_INVOCATION =
      Set.of(2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

  private static final class Corrected {
    static final Endpoint INSTANCE = new Endpoint(Set.of());
  }

  private static final class Stock {
    static final Endpoint INSTANCE = new Endpoint(ALL);
  }

  private static final class StockWithFunctions {
    static final Endpoint INSTANCE = new Endpoint(ALL_BUT_INVOCATION);
  }

  final FunctionHost host = new FunctionHost();
  final URI uri;
  final Stacks stacks;
  final S3Client s3;
  final SqsClient sqs;
  final LambdaClient lambda;

  private Endpoint(Set<Integer> off) {
    try {
      uri =
          AwsEndpoint.start(
                  Files.createTempDirectory("aisle-corrections"), host.invokeAddress(), off)
              .uri();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    stacks = new Stacks(uri);
    s3 = AwsClients.s3(uri);
    sqs = AwsClients.client(SqsClient.builder(), uri);
    lambda = AwsClients.client(LambdaClient.builder(), uri);
  }

  /** With every correction. */
  static Endpoint corrected() {
    return Corrected.INSTANCE;
  }

  /** Without any. */
  static Endpoint stock() {
    return Stock.INSTANCE;
  }

  /** Without any but 1 and 3, which bring an event to a function at all. */
  static Endpoint stockWithFunctions() {
    return StockWithFunctions.INSTANCE;
  }

  /** The answer of the HTTP API to {@code GET path}, headers included. */
  String get(String apiId, String path) {
    String request =
        "GET %s HTTP/1.0\r\nHost: %s.execute-api.localhost:%d\r\n\r\n"
            .formatted(path, apiId, uri.getPort());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Calls an AWS service that no client is on the class path for. */
  String call(String service, String target, String contentType, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/%s/aws4_request, SignedHeaders=host, Signature=0"
                    .formatted(service))
            .header("X-Amz-Target", target)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(response.statusCode() + " " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The event source mappings as Lambda's API tells them. */
  String mappings() {
    HttpRequest request =
        HttpRequest.newBuilder(uri.resolve("/2015-03-31/event-source-mappings/")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** CloudWatch in its query protocol. */
  String cloudWatch(String form) {
    return call(
        "monitoring", "", "application/x-www-form-urlencoded", form + "&Version=2010-08-01");
  }
}
