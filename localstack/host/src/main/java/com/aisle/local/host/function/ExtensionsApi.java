package com.aisle.local.host.function;

import static com.aisle.local.host.http.LoopbackServer.answer;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.aisle.local.host.endpoint.DeployedFunction;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Lambda Extensions API, version 2020-01-01, for extensions inside the process of a function.
 * They get INVOKE only; SHUTDOWN is refused, as Lambda refuses it to them.
 */
final class ExtensionsApi {
  private static final String ID = "Lambda-Extension-Identifier";
  private static final String ERROR_TYPE = "Extension.";
  private static final byte[] ACCEPTED = "{\"status\":\"OK\"}".getBytes(UTF_8);

  private final JsonMapper mapper = JsonMapper.builder().build();

  /**
   * Answers {@code /w/ID/2020-01-01/extension/…}.
   *
   * @param call what comes after extension/
   */
  void handle(HttpExchange exchange, String call, RuntimeSession session, DeployedFunction function)
      throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String id = header(exchange, ID);
    if (call.equals("register")) {
      register(exchange, body, session.extensions(), function);
    } else if (!session.extensions().knows(id)) {
      refuse(exchange, 403, "UnknownExtensionIdentifier", "no extension has this identifier");
    } else {
      switch (call) {
        case "event/next" -> next(exchange, id, session.extensions(), function);
        case "init/error" -> {
          session.fail(body);
          json(exchange, 202, ACCEPTED);
        }
        case "exit/error" -> {
          session.extensions().remove(id);
          json(exchange, 202, ACCEPTED);
        }
        default -> refuse(exchange, 404, "UnknownCall", "there is no call " + call);
      }
    }
  }

  private void register(
      HttpExchange exchange, byte[] body, Extensions extensions, DeployedFunction function)
      throws IOException {
    if (header(exchange, "Lambda-Extension-Name").isEmpty()) {
      refuse(exchange, 403, "InvalidExtensionName", "header Lambda-Extension-Name is missing");
      return;
    }
    for (JsonNode event : read(body).path("events")) {
      if (!event.asString("").equals("INVOKE")) {
        refuse(exchange, 403, "InvalidEventType", "inside a process there is INVOKE only");
        return;
      }
    }
    Optional<String> id = extensions.register();
    if (id.isEmpty()) {
      refuse(exchange, 403, "RegistrationClosed", "the function has started already");
      return;
    }
    exchange.getResponseHeaders().set(ID, id.get());
    json(
        exchange,
        200,
        mapper.writeValueAsBytes(
            Map.of(
                "functionName", function.name(),
                "functionVersion", function.version(),
                "handler", function.handler())));
  }

  private JsonNode read(byte[] body) {
    try {
      return mapper.readTree(body);
    } catch (JacksonException e) {
      return mapper.missingNode();
    }
  }

  private void next(
      HttpExchange exchange, String id, Extensions extensions, DeployedFunction function)
      throws IOException {
    Optional<Invocation> next;
    try {
      next = extensions.next(id);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (next.isPresent()) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Lambda-Extension-Event-Identifier", UUID.randomUUID().toString());
      json(exchange, 200, mapper.writeValueAsBytes(event(next.get(), function)));
    }
  }

  private static Map<String, Object> event(Invocation invocation, DeployedFunction function) {
    long deadline = System.currentTimeMillis() + function.timeout().toMillis();
    return Map.of(
        "eventType",
        "INVOKE",
        "deadlineMs",
        deadline,
        "requestId",
        invocation.requestId(),
        "invokedFunctionArn",
        function.arn(),
        "tracing",
        Map.of("type", "X-Amzn-Trace-Id", "value", RuntimeApi.TRACE));
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static void refuse(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    json(exchange, status, InvocationErrors.json(ERROR_TYPE + type, message));
  }

  private static void json(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    answer(exchange, status, body);
  }
}
