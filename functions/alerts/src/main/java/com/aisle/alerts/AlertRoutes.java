package com.aisle.alerts;

import com.aisle.storage.Condition;
import com.aisle.storage.ConditionFailedException;
import com.aisle.storage.StoredObject;
import com.aisle.web.Handler;
import com.aisle.web.Problem;
import com.aisle.web.ProblemError;
import com.aisle.web.ProblemException;
import com.aisle.web.Request;
import com.aisle.web.Response;
import com.aisle.web.Router;
import com.aisle.web.StaffAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /v1/alerts}: what staff want to be told of, and how that stands. */
final class AlertRoutes {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_DEFINITION = 16 * 1024;

  private static final String LIST = "GET /v1/alerts";
  private static final String GET = "GET /v1/alerts/{id}";
  private static final String PUT = "PUT /v1/alerts/{id}";
  private static final String DELETE = "DELETE /v1/alerts/{id}";

  /** What it answers, as the template declares it. */
  static final Set<String> ROUTES = Set.of(LIST, GET, PUT, DELETE);

  private final AlertStore store;

  AlertRoutes(AlertStore store) {
    this.store = store;
  }

  /** The routes, for staff only. */
  Router router(StaffAccess access) {
    Map<String, Handler> handlers =
        Map.of(LIST, this::list, GET, this::get, PUT, this::put, DELETE, this::delete);
    return new Router(
        handlers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> access.guard(entry.getValue()))));
  }

  private Response list(Request request) {
    List<Map<String, Object>> alerts =
        store.ids().stream()
            .flatMap(id -> store.definition(id).map(definition -> shown(id, definition)).stream())
            .toList();
    return Response.json(200, Map.of("alerts", alerts));
  }

  private Response get(Request request) {
    String id = id(request);
    return answer(200, id, stored(id));
  }

  private Response put(Request request) {
    String id = id(request);
    byte[] json = request.body(LONGEST_DEFINITION);
    DefinitionReader.read(json);
    Optional<StoredObject> before = store.definition(id);
    try {
      String tag = store.putDefinition(id, json, condition(request, before));
      return answer(before.isPresent() ? 200 : 201, id, new StoredObject(json, tag));
    } catch (ConditionFailedException e) {
      throw new ProblemException(
          new Problem(
              "urn:aisle:problem:conflict",
              "Somebody else was first",
              412,
              "alert %s has changed since it was read: read it again".formatted(id),
              null,
              List.of()));
    }
  }

  /** If-Match names the version that a caller has seen; without it the current one is replaced. */
  private static Condition condition(Request request, Optional<StoredObject> before) {
    Optional<String> seen = request.header("if-match").map(AlertRoutes::unquoted);
    Optional<String> current = before.map(StoredObject::tag);
    if (seen.isPresent() && !seen.equals(current.map(AlertRoutes::unquoted))) {
      throw new ConditionFailedException(id(request));
    }
    return current.map(Condition::unchanged).orElseGet(Condition::absent);
  }

  private Response delete(Request request) {
    store.delete(id(request));
    return new Response(204, Map.of(), "");
  }

  private StoredObject stored(String id) {
    return store
        .definition(id)
        .orElseThrow(() -> new ProblemException(Problem.notFound("there is no alert " + id)));
  }

  private static String id(Request request) {
    String id = request.pathParameter("id");
    if (!id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
      throw ProblemException.invalid(
          ProblemError.inParameter(
              "id", "must be 1 to 64 small letters, digits and hyphens, and begin with no hyphen"));
    }
    return id;
  }

  private Response answer(int status, String id, StoredObject definition) {
    Response plain = Response.json(status, shown(id, definition));
    Map<String, String> headers = new LinkedHashMap<>(plain.headers());
    headers.put("etag", '"' + unquoted(definition.tag()) + '"');
    return new Response(status, headers, plain.body());
  }

  private Map<String, Object> shown(String id, StoredObject definition) {
    AlertState state = store.state(id).state();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", id);
    JsonNode json = JSON.readTree(definition.bytes());
    shown.put("definition", json);
    shown.put("firing", state.firing());
    shown.put("since", Objects.toString(state.since(), ""));
    shown.put("judgedAt", Objects.toString(state.judgedAt(), ""));
    shown.put("value", Objects.toString(state.value(), ""));
    shown.put("toldAt", Objects.toString(state.toldAt(), ""));
    shown.put("problem", Objects.toString(state.problem(), ""));
    return shown;
  }

  private static String unquoted(String tag) {
    return tag.replace("\"", "");
  }
}
