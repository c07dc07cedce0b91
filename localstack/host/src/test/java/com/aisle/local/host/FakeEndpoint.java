package com.aisle.local.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aisle.local.host.http.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The few calls of the AWS endpoint that the host makes, answered from memory. */
public final class FakeEndpoint implements AutoCloseable {
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final Map<String, ObjectNode> functions = new ConcurrentHashMap<>();
  private final Map<String, String> aliases = new ConcurrentHashMap<>();
  private final Map<String, byte[]> code = new ConcurrentHashMap<>();
  private final Map<String, JsonNode> api = new ConcurrentHashMap<>();
  private final Set<String> groups = new HashSet<>();
  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final LoopbackServer server;
  private int revisions;

  /** Starts on a free port. */
  public FakeEndpoint() throws IOException {
    server = LoopbackServer.bind(0);
    server.serve(this::handle);
  }

  /** Its address. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** Deploys a version of a function, or changes it. */
  void deploy(String name, String version, byte[] zip, ObjectNode settings) {
    try {
      String hash =
          Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(zip));
      String codeId = name + "-" + Integer.toHexString(hash.hashCode());
      code.put(codeId, zip);
      ObjectNode answer = mapper.createObjectNode();
      answer.putObject("Code").put("Location", address() + "/code/" + codeId);
      JsonNode concurrency = settings.remove("Concurrency");
      if (concurrency != null) {
        answer.set("Concurrency", concurrency);
      }
      ObjectNode configuration = answer.putObject("Configuration");
      configuration
          .put("FunctionName", name)
          .put("Version", version)
          .put("Handler", ProbeFunction.class.getName());
      configuration.put(
          "FunctionArn", "arn:aws:lambda:eu-west-1:000000000000:function:" + name + ":" + version);
      configuration.put("MemorySize", 192).put("Timeout", 10).put("CodeSha256", hash);
      configuration.put("RevisionId", "revision-" + ++revisions);
      configuration.setAll(settings);
      functions.put(name + ":" + version, answer);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  void alias(String name, String alias, String version) {
    aliases.put(name + ":" + alias, name + ":" + version);
  }

  void remove(String name, String version) {
    functions.remove(name + ":" + version);
  }

  /** Deploys an HTTP API: the answers of GetApi, GetRoutes, GetIntegrations and GetAuthorizers. */
  public void deployApi(
      String id,
      JsonNode description,
      JsonNode routes,
      JsonNode integrations,
      JsonNode authorizers) {
    api.put("/v2/apis/" + id, description);
    api.put("/v2/apis/" + id + "/routes", mapper.createObjectNode().set("items", routes));
    api.put(
        "/v2/apis/" + id + "/integrations", mapper.createObjectNode().set("items", integrations));
    api.put("/v2/apis/" + id + "/authorizers", mapper.createObjectNode().set("items", authorizers));
  }

  /** What has come to CloudWatch Logs: GROUP, a space, and the message. */
  List<String> logged() {
    return logged;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith("/code/")) {
      LoopbackServer.answer(exchange, 200, code.get(path.substring("/code/".length())));
    } else if (path.startsWith("/2015-03-31/functions/")) {
      function(exchange, path.split("/"));
    } else if (path.startsWith("/v2/apis/")) {
      answer(exchange, api.get(path));
    } else {
      logs(exchange);
    }
  }

  private void function(HttpExchange exchange, String[] path) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    String qualifier = URLDecoder.decode(query.substring("Qualifier=".length()), UTF_8);
    String key = path[3] + ":" + qualifier;
    JsonNode found = functions.get(aliases.getOrDefault(key, key));
    answer(exchange, found != null && path.length > 4 ? found.path("Configuration") : found);
  }

  private synchronized void logs(HttpExchange exchange) throws IOException {
    JsonNode body = mapper.readTree(exchange.getRequestBody().readAllBytes());
    String group = body.path("logGroupName").asString();
    String stream = group + " " + body.path("logStreamName").asString("");
    String operation =
        exchange.getRequestHeaders().getFirst("X-Amz-Target").replace("Logs_20140328.", "");
    boolean known = groups.contains(operation.equals("PutLogEvents") ? stream : group);
    switch (operation) {
      case "CreateLogGroup" -> groups.add(group);
      case "CreateLogStream" -> groups.add(stream);
      default -> {
        if (!known) {
          LoopbackServer.answer(
              exchange, 400, "{\"__type\":\"ResourceNotFoundException\"}".getBytes(UTF_8));
          return;
        }
        body.path("logEvents")
            .forEach(event -> logged.add(group + " " + event.path("message").asString()));
      }
    }
    answer(exchange, mapper.createObjectNode());
  }

  private void answer(HttpExchange exchange, @Nullable JsonNode body) throws IOException {
    JsonNode missing = mapper.createObjectNode().put("__type", "ResourceNotFoundException");
    byte[] bytes = mapper.writeValueAsBytes(body == null ? missing : body);
    LoopbackServer.answer(exchange, body == null ? 404 : 200, bytes);
  }

  @Override
  public void close() {
    server.close();
  }
}
