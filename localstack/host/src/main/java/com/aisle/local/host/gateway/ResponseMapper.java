package com.aisle.local.host.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aisle.local.host.function.Outcome;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes an HTTP answer of what a function answered, as payload format 2.0 says. */
final class ResponseMapper {
  /** The server sets these itself. */
  private static final Set<String> NOT_PASSED_ON =
      Set.of("content-length", "connection", "transfer-encoding", "date");

  private final JsonMapper mapper = JsonMapper.builder().build();

  GatewayResponse map(Outcome outcome) {
    return switch (outcome.status()) {
      case SUCCESS -> success(outcome.payload());
      case FUNCTION_ERROR, NOT_FOUND -> internalError();
      case THROTTLED, UNAVAILABLE -> GatewayResponse.message(503, "Service Unavailable");
    };
  }

  private static GatewayResponse internalError() {
    return GatewayResponse.message(500, "Internal Server Error");
  }

  private GatewayResponse success(byte[] payload) {
    JsonNode answer;
    try {
      answer = mapper.readTree(payload);
    } catch (JacksonException e) {
      return internalError();
    }
    return answer.has("statusCode") ? explicit(answer) : inferred(answer, payload);
  }

  /** A function may leave the envelope out: then its answer is the body. */
  private static GatewayResponse inferred(JsonNode answer, byte[] payload) {
    byte[] body = payload;
    if (answer.isNull() || answer.isMissingNode()) {
      body = new byte[0];
    } else if (answer.isString()) {
      body = answer.asString().getBytes(UTF_8);
    }
    return new GatewayResponse(200, Map.of("content-type", List.of("application/json")), body);
  }

  private static GatewayResponse explicit(JsonNode answer) {
    int status = answer.path("statusCode").asInt(0);
    if (status < 100 || status > 599) {
      return internalError();
    }
    try {
      return new GatewayResponse(status, headers(answer), body(answer));
    } catch (IllegalArgumentException e) { // not Base64
      return internalError();
    }
  }

  private static Map<String, List<String>> headers(JsonNode answer) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    List<String> cookies = new ArrayList<>();
    answer.path("cookies").forEach(cookie -> cookies.add(cookie.asString("")));
    for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      String value = header.getValue().asString("");
      if (name.equals("set-cookie")) {
        cookies.add(value);
      } else if (!NOT_PASSED_ON.contains(name)) {
        headers.put(name, List.of(value));
      }
    }
    headers.putIfAbsent("content-type", List.of("text/plain;charset=UTF-8"));
    if (!cookies.isEmpty()) {
      headers.put("set-cookie", cookies);
    }
    return headers;
  }

  private static byte[] body(JsonNode answer) {
    JsonNode body = answer.path("body");
    if (body.isNull() || body.isMissingNode()) {
      return new byte[0];
    }
    String text = body.isString() ? body.asString() : body.toString();
    boolean base64 = answer.path("isBase64Encoded").asBoolean(false);
    return base64 ? Base64.getDecoder().decode(text) : text.getBytes(UTF_8);
  }
}
