package com.aisle.web;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * An answer.
 *
 * @param headers by name, names in lower case
 */
public record Response(int status, Map<String, String> headers, String body) {

  private static final String CONTENT_TYPE = "content-type";

  public Response {
    headers = Map.copyOf(headers);
  }

  /** An answer of this value as JSON. */
  public static Response json(int status, Object value) {
    return rawJson(status, Json.write(value));
  }

  /** An answer of the JSON that the writer writes; for answers that are worth the extra speed. */
  public static Response json(int status, Consumer<JsonGenerator> writer) {
    return rawJson(status, Json.write(writer));
  }

  /** An answer that is JSON text already. */
  public static Response rawJson(int status, String body) {
    return new Response(status, Map.of(CONTENT_TYPE, "application/json; charset=utf-8"), body);
  }

  static Response problem(Problem problem, Map<String, String> moreHeaders) {
    Map<String, String> headers = new HashMap<>(moreHeaders);
    headers.put(CONTENT_TYPE, "application/problem+json; charset=utf-8");
    return new Response(problem.status(), headers, Json.write(problem));
  }
}
