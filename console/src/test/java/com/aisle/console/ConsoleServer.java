package com.aisle.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The console's files as the gateway serves them, with the policy of {@code infra/console.yaml},
 * and an API that answers {@link FixtureReports} or misbehaves as it is told to.
 */
final class ConsoleServer implements AutoCloseable {
  static final String TOKEN = "staff-token-of-the-test";

  /** How the API behaves. */
  enum Mood {
    WELL,
    /** Holds every answer until the mood changes. */
    HELD,
    /** Drops the connection. */
    AWAY,
    BROKEN,
    FORBIDDEN
  }

  private static final int MANY = 1000;
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json; charset=utf-8",
          "svg", "image/svg+xml");

  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final List<URI> requests = new CopyOnWriteArrayList<>();
  private final Semaphore held = new Semaphore(0);
  private final String policy = policyOf(Checkout.root().resolve("infra/console.yaml"));
  private final FixtureReports reports;
  private volatile Mood mood = Mood.WELL;

  private ConsoleServer(FixtureReports reports) throws IOException {
    this.reports = reports;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext("/console/", this::file);
    server.createContext("/v1/", this::api);
    server.start();
  }

  static ConsoleServer start() {
    try {
      return new ConsoleServer(new FixtureReports(Clock.systemUTC()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of a page; its query begins with {@code ?}. */
  String page(String name, String query) {
    return "http://127.0.0.1:%d/console/%s.html%s"
        .formatted(server.getAddress().getPort(), name, query);
  }

  /** The same with the token, as {@code ./aisle demo} prints it. */
  String signedIn(String name, String query) {
    return page(name, query) + "#token=" + TOKEN;
  }

  FixtureReports reports() {
    return reports;
  }

  void mood(Mood next) {
    if (next == Mood.HELD) {
      held.drainPermits();
    }
    mood = next;
    if (next != Mood.HELD) {
      held.release(MANY);
    }
  }

  /** What was asked, in order. */
  List<URI> requests() {
    return requests;
  }

  List<URI> requestsTo(String path) {
    return requests.stream().filter(uri -> uri.getPath().startsWith(path)).toList();
  }

  private static String policyOf(Path template) {
    try {
      Matcher line =
          Pattern.compile("ContentSecurityPolicy: \"([^\"]+)\"")
              .matcher(Files.readString(template));
      if (!line.find()) {
        throw new IllegalStateException("no ContentSecurityPolicy in " + template);
      }
      return line.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void file(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestURI());
    String name = exchange.getRequestURI().getPath().substring("/console/".length());
    Path root = Checkout.console();
    Path file = root.resolve(name.isEmpty() ? "index.html" : name).normalize();
    if (!file.startsWith(root) || !Files.isRegularFile(file)) {
      send(exchange, 404, "text/plain", "no such file".getBytes(StandardCharsets.UTF_8));
      return;
    }
    String extension = name.substring(name.lastIndexOf('.') + 1);
    exchange.getResponseHeaders().set("Content-Security-Policy", policy);
    exchange.getResponseHeaders().set("Cache-Control", "no-cache");
    send(
        exchange,
        200,
        TYPES.getOrDefault(extension, "text/html; charset=utf-8"),
        Files.readAllBytes(file));
  }

  private void api(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestURI());
    switch (mood) {
      case HELD -> held.acquireUninterruptibly();
      case AWAY -> {
        exchange.close();
        return;
      }
      case BROKEN -> {
        problem(exchange, 500, "the fixture is broken");
        return;
      }
      case FORBIDDEN -> {
        problem(exchange, 403, "");
        return;
      }
      case WELL -> {}
    }
    answer(exchange);
  }

  private void answer(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    Query query = Query.of(uri);
    if (uri.getPath().startsWith("/v1/reports/")) {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      if (!("Bearer " + TOKEN).equals(authorization)) {
        problem(exchange, 401, "a staff token is needed");
        return;
      }
      String name = uri.getPath().substring("/v1/reports/".length());
      boolean csv = "csv".equals(query.one("format"));
      send(
          exchange,
          200,
          csv ? "text/csv; charset=utf-8" : "application/json",
          csv ? reports.csv(name, query) : reports.json(name, query));
    } else {
      @Nullable byte[] document = FixtureShop.answer(uri.getPath(), query);
      if (document == null) {
        problem(exchange, 404, "no such product");
      } else {
        send(exchange, 200, "application/json", document);
      }
    }
  }

  private void problem(HttpExchange exchange, int status, String detail) throws IOException {
    exchange.getResponseHeaders().set("X-Request-Id", "fixture-" + requests.size());
    String body =
        "{\"type\":\"about:blank\",\"title\":\"Problem\",\"status\":%d,\"detail\":\"%s\"}"
            .formatted(status, detail);
    send(exchange, status, "application/problem+json", body.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    mood(Mood.WELL);
    server.stop(0);
    executor.close();
  }
}
