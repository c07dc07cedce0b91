package com.aisle.alerts;

import com.aisle.messaging.FunctionCaller;
import com.aisle.messaging.FunctionCaller.FailedException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the function behind {@code GET /v1/reports/{name}}, as API Gateway would. */
final class InvokedReports implements ReportSource {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final FunctionCaller functions;
  private final String function;
  private final Supplier<String> staffToken;

  /**
   * Reports of a function.
   *
   * @param function its name or ARN, with alias
   */
  InvokedReports(FunctionCaller functions, String function, Supplier<String> staffToken) {
    this.functions = functions;
    this.function = function;
    this.staffToken = staffToken;
  }

  @Override
  public String get(String report, Map<String, String> parameters) {
    JsonNode answer;
    try {
      answer = JSON.readTree(functions.call(function, event(report, parameters)));
    } catch (FailedException e) {
      throw new ReportUnavailableException("the reports function failed: " + e.getMessage());
    }
    int status = answer.path("statusCode").asInt();
    String body = answer.path("body").asString("");
    if (status != 200) {
      String reason = body.substring(0, Math.min(body.length(), 300));
      throw new ReportUnavailableException("the report answered %d: %s".formatted(status, reason));
    }
    return body;
  }

  private String event(String report, Map<String, String> parameters) {
    String path = "/v1/reports/" + report;
    Map<String, Object> http = Map.of("method", "GET", "path", path, "protocol", "HTTP/1.1");
    return JSON.writeValueAsString(
        Map.of(
            "version",
            "2.0",
            "routeKey",
            "GET /v1/reports/{name}",
            "rawPath",
            path,
            "rawQueryString",
            query(parameters),
            "headers",
            Map.of("authorization", "Bearer " + staffToken.get()),
            "pathParameters",
            Map.of("name", report),
            "requestContext",
            Map.of("http", http, "requestId", UUID.randomUUID().toString(), "stage", "$default"),
            "isBase64Encoded",
            false));
  }

  private static String query(Map<String, String> parameters) {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
