package com.aisle.local.host.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds events of payload format 2.0 (API Gateway developer guide, "Create AWS Lambda proxy
 * integrations for HTTP APIs").
 */
final class EventBuilder {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Set<String> TEXT_TYPES =
      Set.of("application/json", "application/xml", "application/javascript");

  private final String apiId;
  private final Clock clock;
  private final Supplier<String> requestIds;
  private final JsonMapper mapper = JsonMapper.builder().build();

  EventBuilder(String apiId, Clock clock, Supplier<String> requestIds) {
    this.apiId = apiId;
    this.clock = clock;
    this.requestIds = requestIds;
  }

  byte[] build(GatewayRequest request, RouteTable.Match match, Authorization authorization) {
    ObjectNode event = mapper.createObjectNode();
    event.put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", Percent.decodePath(request.rawPath()));
    event.put("rawQueryString", request.rawQuery());
    headers(event, request);
    put(event, "queryStringParameters", QueryString.parse(request.rawQuery()));
    context(event.putObject("requestContext"), request, match, authorization);
    put(event, "pathParameters", match.pathParameters());
    body(event, request);
    return mapper.writeValueAsBytes(event);
  }

  private static void headers(ObjectNode event, GatewayRequest request) {
    for (String cookies : request.headers().getOrDefault("cookie", List.of())) {
      for (String cookie : cookies.split(";", -1)) {
        event.withArray("cookies").add(cookie.strip());
      }
    }
    ObjectNode headers = event.putObject("headers");
    for (String name : request.headers().keySet()) {
      if (!name.equals("cookie")) {
        headers.put(name, request.header(name));
      }
    }
    headers.put("x-forwarded-for", request.clientAddress());
    headers.put("x-forwarded-proto", "http");
  }

  private void context(
      ObjectNode context,
      GatewayRequest request,
      RouteTable.Match match,
      Authorization authorization) {
    Instant now = clock.instant();
    context.put("accountId", "000000000000");
    context.put("apiId", apiId);
    authorization.describe(context);
    context.put("domainName", apiId + ".execute-api.localhost");
    context.put("domainPrefix", apiId);
    ObjectNode http = context.putObject("http");
    http.put("method", request.method());
    http.put("path", Percent.decodePath(request.rawPath()));
    http.put("protocol", "HTTP/1.1");
    http.put("sourceIp", request.clientAddress());
    http.put("userAgent", request.header("user-agent"));
    context.put("requestId", requestIds.get());
    context.put("routeKey", match.route().key());
    context.put("stage", "$default");
    context.put("time", TIME.format(now));
    context.put("timeEpoch", now.toEpochMilli());
  }

  private static void put(ObjectNode event, String field, Map<String, String> values) {
    if (!values.isEmpty()) { // AWS leaves an empty field out
      ObjectNode object = event.putObject(field);
      values.forEach(object::put);
    }
  }

  private static void body(ObjectNode event, GatewayRequest request) {
    boolean text = isText(request.header("content-type"));
    if (request.body().length > 0) {
      event.put(
          "body",
          text
              ? new String(request.body(), UTF_8)
              : Base64.getEncoder().encodeToString(request.body()));
    }
    event.put("isBase64Encoded", request.body().length > 0 && !text);
  }

  /**
   * The content types that AWS hands over as text; all others come as Base64, a form and a missing
   * type among them.
   */
  private static boolean isText(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/") || TEXT_TYPES.contains(type);
  }
}
