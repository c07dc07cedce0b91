package com.aisle.local.host.gateway;

import com.aisle.local.host.endpoint.ApiCatalog;
import com.aisle.local.host.endpoint.AwsEndpoint;
import com.aisle.local.host.endpoint.DeployedApi.Authorizer;
import com.aisle.local.host.endpoint.DeployedApi.Route;
import com.aisle.local.host.endpoint.FunctionTarget;
import com.aisle.local.host.function.Invoker;
import com.aisle.local.host.function.Outcome;
import com.aisle.local.host.http.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The deployed HTTP API on a port of 127.0.0.1, answering as API Gateway does, its own errors
 * included; below {@code /console/} the console's pages, as CloudFront puts both on one origin.
 */
public final class Gateway implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Gateway.class.getName());
  private static final int MAX_BODY = 10 * 1024 * 1024;

  /** Lambda's limit of an event. */
  private static final int MAX_EVENT = 6 * 1024 * 1024;

  private final LoopbackServer server;
  private final ConsoleFiles console;
  private final ApiSource source;
  private final Invoker functions;
  private final Duration timeout;
  private final EventBuilder events;
  private final JwtAuthorizer authorizer;
  private final ResponseMapper mapper = new ResponseMapper();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Starts to serve an API.
   *
   * @param port 0 for any free one
   * @param timeout most time for an answer; AWS allows 30 s
   * @param console folder of the console's pages; may be missing
   */
  public Gateway(
      int port,
      String apiId,
      AwsEndpoint endpoint,
      Invoker functions,
      Duration timeout,
      Clock clock,
      Path console)
      throws IOException {
    this.server = LoopbackServer.bind(port);
    this.console = new ConsoleFiles(console);
    this.source = new ApiSource(new ApiCatalog(endpoint), apiId);
    this.functions = functions;
    this.timeout = timeout;
    this.events = new EventBuilder(apiId, clock, () -> UUID.randomUUID().toString());
    this.authorizer = new JwtAuthorizer(new SigningKeys(), clock);
    server.serve(this::handle);
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Asks the endpoint what is deployed at the next request. */
  public void reload() {
    source.expire();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Optional<byte[]> body = body(exchange);
    GatewayResponse response =
        body.isEmpty()
            ? GatewayResponse.message(413, "Request Entity Too Large")
            : consoleOrApi(request(exchange, body.get()));
    exchange.getResponseHeaders().putAll(response.headers());
    LoopbackServer.answer(exchange, response.status(), response.body());
  }

  private static Optional<byte[]> body(HttpExchange exchange) throws IOException {
    InputStream in = exchange.getRequestBody();
    byte[] body = in.readNBytes(MAX_BODY + 1);
    if (body.length <= MAX_BODY) {
      return Optional.of(body);
    }
    in.transferTo(
        OutputStream.nullOutputStream()); // a client that is still sending would not see the answer
    return Optional.empty();
  }

  private static GatewayRequest request(HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().getRawPath();
    String query = exchange.getRequestURI().getRawQuery();
    return new GatewayRequest(
        exchange.getRequestMethod(),
        path == null || path.isEmpty() ? "/" : path,
        query == null ? "" : query,
        exchange.getRequestHeaders(),
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        body);
  }

  private GatewayResponse consoleOrApi(GatewayRequest request) {
    return console.answer(request).orElseGet(() -> answer(request));
  }

  private GatewayResponse answer(GatewayRequest request) {
    ServedApi api;
    try {
      api = source.current();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the API is not known: {0}", e.getMessage());
      return GatewayResponse.message(503, "Service Unavailable");
    }
    Optional<GatewayResponse> preflight = api.cors().preflight(request);
    if (preflight.isPresent()) {
      return preflight.get();
    }
    Optional<RouteTable.Match> match = api.routes().match(request.method(), request.rawPath());
    if (match.isEmpty()) {
      return GatewayResponse.message(404, "Not Found");
    }
    GatewayResponse response = route(api, request, match.get());
    api.cors().decorate(request, response);
    return response;
  }

  private GatewayResponse route(ServedApi api, GatewayRequest request, RouteTable.Match match) {
    Authorization authorization = authorize(api, match.route(), request);
    return switch (authorization) {
      case Authorization.Unauthorized ignored -> unauthorized();
      case Authorization.Forbidden ignored -> GatewayResponse.message(403, "Forbidden");
      case Authorization.Open ignored -> invoke(request, match, authorization);
      case Authorization.Granted ignored -> invoke(request, match, authorization);
    };
  }

  private static GatewayResponse unauthorized() {
    GatewayResponse response = GatewayResponse.message(401, "Unauthorized");
    response.headers().put("www-authenticate", List.of("Bearer"));
    return response;
  }

  private Authorization authorize(ServedApi api, Route route, GatewayRequest request) {
    if (route.authorization().equals("NONE")) {
      return new Authorization.Open();
    }
    Authorizer found = api.authorizers().get(route.authorizerId());
    if (route.authorization().equals("JWT") && found != null) {
      return authorizer.check(found, route, request);
    }
    LOG.log(
        Level.WARNING,
        "{0}: authorization {1} is not served here",
        new Object[] {route.key(), route.authorization()});
    return new Authorization.Forbidden();
  }

  private GatewayResponse invoke(
      GatewayRequest request, RouteTable.Match match, Authorization authorization) {
    FunctionTarget target = match.route().function();
    if (target == null) {
      LOG.log(Level.WARNING, "{0}: its integration invokes no function", match.route().key());
      return GatewayResponse.message(500, "Internal Server Error");
    }
    byte[] event = events.build(request, match, authorization);
    if (event.length > MAX_EVENT) {
      return GatewayResponse.message(413, "Request Entity Too Large");
    }
    String requestId = UUID.randomUUID().toString();
    CompletableFuture<Outcome> outcome =
        CompletableFuture.supplyAsync(
            () -> functions.invoke(target.name(), target.qualifier(), requestId, event), threads);
    try {
      return mapper.map(outcome.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) { // the function goes on, as it does in AWS
      return GatewayResponse.message(504, "Endpoint request timed out");
    } catch (ExecutionException e) {
      LOG.log(Level.SEVERE, "invoking " + target.name() + " failed", e);
      return GatewayResponse.message(500, "Internal Server Error");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return GatewayResponse.message(503, "Service Unavailable");
    }
  }

  @Override
  public void close() {
    server.close();
    threads.shutdownNow();
  }
}
