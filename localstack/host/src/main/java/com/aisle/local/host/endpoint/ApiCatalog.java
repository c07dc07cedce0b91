package com.aisle.local.host.endpoint;

import com.aisle.local.host.endpoint.DeployedApi.Authorizer;
import com.aisle.local.host.endpoint.DeployedApi.Cors;
import com.aisle.local.host.endpoint.DeployedApi.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks a deployed HTTP API up. */
public final class ApiCatalog {
  private final AwsEndpoint endpoint;

  /** A catalog of the HTTP APIs at an endpoint. */
  public ApiCatalog(AwsEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** Describes an API with all its routes. */
  public DeployedApi load(String id) throws EndpointException {
    JsonNode api = endpoint.get("apigateway", "/v2/apis/" + id);
    Map<String, JsonNode> integrations = new HashMap<>();
    for (JsonNode integration : items(id, "integrations")) {
      integrations.put("integrations/" + integration.path("integrationId").asString(), integration);
    }
    Map<String, Authorizer> authorizers = new HashMap<>();
    for (JsonNode authorizer : items(id, "authorizers")) {
      authorizers.put(authorizer.path("authorizerId").asString(), authorizer(authorizer));
    }
    List<Route> routes = new ArrayList<>();
    for (JsonNode route : items(id, "routes")) {
      routes.add(route(route, integrations.get(route.path("target").asString(""))));
    }
    return new DeployedApi(
        id, List.copyOf(routes), Map.copyOf(authorizers), cors(api.path("corsConfiguration")));
  }

  private List<JsonNode> items(String id, String kind) throws EndpointException {
    List<JsonNode> items = new ArrayList<>();
    String next = "";
    do {
      String path = "/v2/apis/" + id + "/" + kind + (next.isEmpty() ? "" : "?nextToken=" + next);
      JsonNode page = endpoint.get("apigateway", path);
      page.path("items").forEach(items::add);
      next = page.path("nextToken").asString("");
    } while (!next.isEmpty());
    return items;
  }

  private static Route route(JsonNode route, @Nullable JsonNode integration) {
    return new Route(
        route.path("routeKey").asString(),
        route.path("authorizationType").asString("NONE"),
        route.path("authorizerId").asString(""),
        strings(route.path("authorizationScopes")),
        integration == null
            ? null
            : FunctionTarget.ofIntegration(integration.path("integrationUri").asString("")));
  }

  private static Authorizer authorizer(JsonNode authorizer) {
    JsonNode jwt = authorizer.path("jwtConfiguration");
    return new Authorizer(
        authorizer.path("authorizerType").asString("JWT"),
        strings(authorizer.path("identitySource")),
        jwt.path("issuer").asString(""),
        strings(jwt.path("audience")));
  }

  private static @Nullable Cors cors(JsonNode cors) {
    if (!cors.isObject() || cors.isEmpty()) {
      return null;
    }
    JsonNode maxAge = cors.path("maxAge");
    return new Cors(
        strings(cors.path("allowOrigins")),
        strings(cors.path("allowMethods")),
        strings(cors.path("allowHeaders")),
        strings(cors.path("exposeHeaders")),
        cors.path("allowCredentials").asBoolean(false),
        maxAge.isNumber() ? maxAge.asInt() : null);
  }

  private static List<String> strings(JsonNode node) {
    List<String> strings = new ArrayList<>();
    if (node.isString()) {
      strings.add(node.asString());
    }
    if (node.isArray()) {
      node.forEach(item -> strings.add(item.asString()));
    }
    return List.copyOf(strings);
  }
}
