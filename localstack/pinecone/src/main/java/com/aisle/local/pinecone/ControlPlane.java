package com.aisle.local.pinecone;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is answered over HTTP/1.1: the control plane, the faults and the health check. */
final class ControlPlane {

  private static final Logger LOG = LoggerFactory.getLogger(ControlPlane.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  /** An answer; the body is JSON, or empty. */
  record Answer(int status, String body) {}

  private final Indexes indexes;
  private final Faults faults;
  private volatile String address = "";

  ControlPlane(Indexes indexes, Faults faults) {
    this.indexes = indexes;
    this.faults = faults;
  }

  /** The address that clients are told to reach indexes at. */
  void announceAs(String newAddress) {
    address = newAddress;
  }

  Answer handle(String method, String path, String body) {
    try {
      return route(method, path, body);
    } catch (ApiException e) {
      return error(e.status(), e.code(), e.getMessage());
    } catch (JacksonException e) {
      return error(400, "INVALID_ARGUMENT", "The body is no valid JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      return error(400, "INVALID_ARGUMENT", e.getMessage());
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} {} failed", method, path, e);
      return error(500, "INTERNAL", e.toString());
    }
  }

  private Answer route(String method, String path, String body) throws IOException {
    return switch (method + " " + path) {
      case "GET /_health" -> new Answer(200, "{\"status\":\"ok\"}");
      case "GET /_faults" -> new Answer(200, JSON.writeValueAsString(faults.settings()));
      case "POST /_faults" -> changeFaults(JSON.readTree(body));
      case "GET /indexes" -> listIndexes();
      case "POST /indexes" ->
          new Answer(201, describe(indexes.create(IndexDefinition.fromJson(JSON.readTree(body)))));
      default -> oneIndex(method, indexNamedIn(method, path), body);
    };
  }

  private static String indexNamedIn(String method, String path) {
    String prefix = "/indexes/";
    String name = path.startsWith(prefix) ? path.substring(prefix.length()) : "";
    if (name.isEmpty() || name.contains("/") || name.equals("create-for-model")) {
      throw ApiException.unsupported(method + " " + path);
    }
    return name;
  }

  private Answer oneIndex(String method, String name, String body) throws IOException {
    return switch (method) {
      case "GET" -> new Answer(200, describe(indexes.get(name)));
      case "PATCH" -> {
        JsonNode request = JSON.readTree(body);
        yield new Answer(
            202, describe(indexes.configure(name, definition -> definition.configured(request))));
      }
      case "DELETE" -> {
        indexes.delete(name);
        yield new Answer(202, "");
      }
      default -> throw ApiException.unsupported(method + " on an index");
    };
  }

  private Answer listIndexes() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode list = answer.putArray("indexes");
    indexes.all().forEach(index -> list.add(model(index)));
    return new Answer(200, answer.toString());
  }

  private String describe(VectorIndex index) {
    return model(index).toString();
  }

  private ObjectNode model(VectorIndex index) {
    ObjectNode model = index.definition().toJson();
    model.put("host", IndexOfCall.host(index.definition().name(), address));
    return model;
  }

  private Answer changeFaults(JsonNode request) {
    for (String field : request.propertyNames()) {
      if (!JSON.valueToTree(faults.settings()).has(field)) {
        throw ApiException.invalid("unknown field '%s'".formatted(field));
      }
    }
    Faults.Settings now = faults.settings();
    faults.change(
        new Faults.Settings(
            request.path("visibilityDelayMillis").asLong(now.visibilityDelayMillis()),
            request.path("failRate").asDouble(now.failRate()),
            request.path("latencyMillis").asLong(now.latencyMillis()),
            request.path("failNext").asInt(now.failNext())));
    return new Answer(200, JSON.writeValueAsString(faults.settings()));
  }

  private static Answer error(int status, String code, @Nullable String message) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", status);
    answer.putObject("error").put("code", code).put("message", message);
    return new Answer(status, answer.toString());
  }
}
