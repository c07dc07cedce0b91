package com.aisle.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page that includes the tracker, and the end of the line for its events. */
final class TrackedShop implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<JsonNode> events = new ArrayList<>();
  private String attributes = "";
  private String content = "";
  private int status = 202;

  TrackedShop() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, 200, "text/html", page()));
    server.createContext(
        "/tracker.js",
        exchange ->
            answer(exchange, 200, "text/javascript", Files.readString(Path.of("tracker.js"))));
    server.createContext("/v1/events", this::collect);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
  }

  /** More attributes of the script element of pages from now on. */
  synchronized void attributes(String more) {
    attributes = more;
  }

  /** What pages show from now on. */
  synchronized void content(String html) {
    content = html;
  }

  /** What posts are answered with from now on; only what was answered with 202 is kept. */
  synchronized void status(int other) {
    status = other;
  }

  synchronized List<JsonNode> events() {
    return List.copyOf(events);
  }

  List<JsonNode> events(String action) {
    return events().stream()
        .filter(event -> event.path("action_name").asString().equals(action))
        .toList();
  }

  private synchronized String page() {
    return """
        <!doctype html><html lang="zh-Hant"><title>Shop</title><body>%s
        <script src="/tracker.js" data-endpoint="/v1/events" %s></script></body></html>
        """
        .formatted(content, attributes);
  }

  private synchronized void collect(HttpExchange exchange) {
    try {
      JsonNode body = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
      if (status == 202) {
        body.path("events").forEach(events::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    answer(exchange, status, "application/json", "{}");
  }

  private static void answer(HttpExchange exchange, int status, String type, String text) {
    try (exchange) {
      byte[] body = text.getBytes(UTF_8);
      exchange.getResponseHeaders().set("content-type", type + "; charset=utf-8");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
