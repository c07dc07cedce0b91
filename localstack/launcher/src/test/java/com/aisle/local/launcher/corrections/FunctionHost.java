package com.aisle.local.launcher.corrections;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands where the real function host is: a function is whatever the test says, by its name. */
final class FunctionHost {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final Map<String, UnaryOperator<JsonNode>> functions = new ConcurrentHashMap<>();
  private final Map<String, List<JsonNode>> events = new ConcurrentHashMap<>();

  FunctionHost() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
    server.createContext("/invoke", this::invoke);
    server.start();
  }

  URI invokeAddress() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/invoke");
  }

  /**
   * From now on {@code name} answers what {@code function} makes of the event; null means that it
   * fails.
   */
  void deploy(String name, UnaryOperator<JsonNode> function) {
    events.put(name, new CopyOnWriteArrayList<>());
    functions.put(name, function);
  }

  /** From now on {@code name} answers this JSON. */
  void deploy(String name, String answer) {
    deploy(name, event -> JSON.readTree(answer));
  }

  /** The events that {@code name} was invoked with. */
  List<JsonNode> events(String name) {
    return events.getOrDefault(name, List.of());
  }

  private void invoke(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestHeaders().getFirst("X-Amzn-Lambda-Function-Name");
    JsonNode event = JSON.readTree(exchange.getRequestBody().readAllBytes());
    UnaryOperator<JsonNode> function = functions.get(name);
    JsonNode answer = null;
    if (function != null) {
      events.get(name).add(event);
      answer = function.apply(event);
    }
    byte[] body =
        answer == null
            ? "{\"errorType\":\"com.shop.OutOfTea\",\"errorMessage\":\"no tea\"}"
                .getBytes(StandardCharsets.UTF_8)
            : JSON.writeValueAsBytes(answer);
    exchange.sendResponseHeaders(answer == null ? 500 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
