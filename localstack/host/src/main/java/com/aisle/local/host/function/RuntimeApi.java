package com.aisle.local.host.function;

import static com.aisle.local.host.http.LoopbackServer.answer;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.aisle.local.host.endpoint.DeployedFunction;
import com.aisle.local.host.function.Invocation.Reply;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Lambda Runtime API, version 2018-06-01, for all processes at once: each has a path of its
 * own, {@code /w/ID}, since the runtime interface client takes an address with a path.
 */
final class RuntimeApi {
  static final String PREFIX = "/w/";
  static final String TRACE = "Root=1-00000000-000000000000000000000000;Sampled=0";
  private static final byte[] ACCEPTED = "{\"status\":\"OK\"}".getBytes(UTF_8);
  private static final byte[] NOTHING = {};

  /** Lambda's limit of an answer: 6 MB and some room for its envelope. */
  private static final int MAX_ANSWER = 6 * 1024 * 1024 + 100;

  private record Client(RuntimeSession session, DeployedFunction function) {}

  private final Map<String, Client> clients = new ConcurrentHashMap<>();
  private final ExtensionsApi extensions = new ExtensionsApi();

  void register(RuntimeSession session, DeployedFunction function) {
    clients.put(session.id(), new Client(session, function));
  }

  void forget(RuntimeSession session) {
    clients.remove(session.id());
  }

  /** Answers {@code /w/ID/2018-06-01/runtime/…} and {@code /w/ID/2020-01-01/extension/…}. */
  void handle(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", 6);
    Client client = path.length < 6 ? null : clients.get(path[2]);
    if (client == null) {
      answer(exchange, 404, NOTHING);
      return;
    }
    if (path[4].equals("extension")) {
      extensions.handle(exchange, path[5], client.session, client.function);
      return;
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    switch (path[5]) {
      case "invocation/next" -> next(exchange, client);
      case "restore/next" -> {
        client.session.restore();
        answer(exchange, 200, NOTHING);
      }
      case "init/error", "restore/error" -> {
        client.session.fail(body);
        answer(exchange, 202, ACCEPTED);
      }
      default -> finished(exchange, client.session, path[5], body);
    }
  }

  private static void next(HttpExchange exchange, Client client) throws IOException {
    Optional<Invocation> next;
    try {
      next = client.session.next();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (next.isPresent()) {
      Invocation invocation = next.get();
      long deadline = System.currentTimeMillis() + client.function.timeout().toMillis();
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Type", "application/json");
      headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
      headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
      headers.set("Lambda-Runtime-Invoked-Function-Arn", client.function.arn());
      headers.set("Lambda-Runtime-Trace-Id", TRACE);
      answer(exchange, 200, invocation.payload());
    }
  }

  private static void finished(
      HttpExchange exchange, RuntimeSession session, String call, byte[] body) throws IOException {
    String[] parts = call.split("/", -1); // invocation/ID/response or invocation/ID/error
    if (parts.length != 3) {
      answer(exchange, 404, NOTHING);
      return;
    }
    answer(exchange, 202, ACCEPTED);
    if (body.length > MAX_ANSWER) {
      String message =
          "Response payload size exceeded maximum allowed payload size (6291556 bytes).";
      session.respond(
          parts[1],
          new Reply(false, InvocationErrors.json("Function.ResponseSizeTooLarge", message)));
    } else {
      session.respond(parts[1], new Reply(parts[2].equals("response"), body));
    }
  }
}
