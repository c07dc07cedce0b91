package com.aisle.local.host;

import static com.aisle.local.host.http.LoopbackServer.answer;

import com.aisle.local.host.endpoint.AwsEndpoint;
import com.aisle.local.host.endpoint.DeployedFunction;
import com.aisle.local.host.function.Functions;
import com.aisle.local.host.function.HostSettings;
import com.aisle.local.host.function.Outcome;
import com.aisle.local.host.http.LoopbackServer;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * The host's own port. {@code POST /invoke} runs a function, named by headers as the AWS endpoint's
 * proxy mode sets them; {@code GET /status} tells how all are doing; {@code POST /reload} forgets
 * what was known of the deployment; below {@code /w/} the processes find their Lambda Runtime API.
 */
final class FunctionHost implements AutoCloseable {
  private final LoopbackServer server;
  private final Functions functions;
  private final JsonMapper mapper = JsonMapper.builder().build();
  private volatile Runnable reload = () -> {};

  FunctionHost(int port, HostSettings settings, AwsEndpoint endpoint) throws IOException {
    this.server = LoopbackServer.bind(port);
    this.functions = new Functions(settings, endpoint, server.port());
    server.serve(this::handle);
  }

  /** What is to be done besides when the deployment has changed. */
  void onReload(Runnable action) {
    reload = action;
  }

  Functions functions() {
    return functions;
  }

  int port() {
    return server.port();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (functions.serves(path)) {
      functions.runtimeApi(exchange);
      return;
    }
    switch (exchange.getRequestMethod() + " " + path) {
      case "POST /invoke" -> invoke(exchange);
      case "GET /status" -> json(exchange, 200, mapper.writeValueAsBytes(functions.status()));
      case "POST /reload" -> {
        functions.expire();
        reload.run();
        json(exchange, 200, mapper.writeValueAsBytes(Map.of("status", "OK")));
      }
      default ->
          json(exchange, 404, mapper.writeValueAsBytes(Map.of("message", "no " + path + " here")));
    }
  }

  private void invoke(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    String name = headers.getFirst("X-Amzn-Lambda-Function-Name");
    if (name == null) {
      json(
          exchange,
          400,
          mapper.writeValueAsBytes(
              Map.of("message", "header X-Amzn-Lambda-Function-Name is missing")));
      return;
    }
    String version =
        header(headers, "X-Amzn-Lambda-Function-Version").orElse(DeployedFunction.LATEST);
    String requestId =
        header(headers, "X-Amzn-Lambda-Request-Id").orElseGet(() -> UUID.randomUUID().toString());
    byte[] event = exchange.getRequestBody().readAllBytes();
    send(exchange, requestId, functions.invoke(name, version, requestId, event));
  }

  private static Optional<String> header(Headers headers, String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  private void send(HttpExchange exchange, String requestId, Outcome outcome) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("X-Amzn-RequestId", requestId);
    headers.set("X-Aisle-Duration-Ms", Double.toString(outcome.duration().toNanos() / 1e6));
    headers.set("X-Aisle-Memory-Mb", Long.toString(outcome.memoryMegabytes()));
    int status =
        switch (outcome.status()) {
          case SUCCESS -> 200;
          case FUNCTION_ERROR -> 500;
          case THROTTLED -> 429;
          case NOT_FOUND -> 404;
          case UNAVAILABLE -> 503;
        };
    if (outcome.status() == Outcome.Status.FUNCTION_ERROR) {
      headers.set("X-Amz-Function-Error", "Unhandled");
    }
    json(exchange, status, outcome.payload());
  }

  private static void json(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    answer(exchange, status, body);
  }

  @Override
  public void close() throws IOException {
    functions.close();
    server.close();
  }
}
