package com.aisle.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the function, checked against {@code infra/openapi.yaml}. */
record Answer(int status, Map<String, String> headers, JsonNode body) {

  static Answer of(String path, APIGatewayV2HTTPResponse response) {
    Map<String, String> headers = response.getHeaders();
    JsonNode body = JsonMapper.shared().readTree(response.getBody());
    assertThat(
            ApiSchemas.violations(
                path, response.getStatusCode(), headers.get("content-type"), body))
        .as("violations of the API's description by %s", body)
        .isEmpty();
    return new Answer(response.getStatusCode(), headers, body);
  }

  List<String> ids() {
    return body.path("hits").valueStream().map(hit -> hit.path("id").asString()).toList();
  }

  JsonNode hit(String id) {
    return body.path("hits")
        .valueStream()
        .filter(hit -> hit.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no hit " + id + " in " + body));
  }

  /** The values of a facet with their counts: {@code Denby 2}. */
  List<String> facet(String field) {
    return body.path("facets")
        .path(field)
        .valueStream()
        .map(count -> count.path("value").asString() + " " + count.path("count").asInt())
        .toList();
  }

  /** Which parameters are wrong, each with its reason. */
  Map<String, String> errors() {
    return body.path("errors")
        .valueStream()
        .collect(
            Collectors.toMap(
                error -> error.path("parameter").asString(),
                error -> error.path("reason").asString()));
  }

  List<String> degraded() {
    return body.path("degraded").valueStream().map(JsonNode::asString).toList();
  }
}
