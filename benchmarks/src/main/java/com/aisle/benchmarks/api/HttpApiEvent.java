package com.aisle.benchmarks.api;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The event that an HTTP API sends to its function, payload version 2.0. */
final class HttpApiEvent {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private HttpApiEvent() {}

  /** The event of a GET on a route without path parameters. */
  static ObjectNode get(String path, Map<String, String> parameters, String requestId) {
    ObjectNode event = MAPPER.createObjectNode();
    event
        .put("version", "2.0")
        .put("routeKey", "GET " + path)
        .put("rawPath", path)
        .put("rawQueryString", ShopApi.encoded(parameters))
        .put("isBase64Encoded", false);
    event.putObject("headers").put("accept", "application/json").put("host", "127.0.0.1");
    ObjectNode query = event.putObject("queryStringParameters");
    parameters.forEach(query::put);
    ObjectNode context = event.putObject("requestContext");
    context
        .put("routeKey", "GET " + path)
        .put("stage", "$default")
        .put("requestId", requestId)
        .put("timeEpoch", 0);
    context
        .putObject("http")
        .put("method", "GET")
        .put("path", path)
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", "127.0.0.1")
        .put("userAgent", "aisle-benchmarks");
    return event;
  }
}
