package com.aisle.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param parameter the query or path parameter that is wrong; null when it is in the body
 * @param pointer where in the body it is (JSON Pointer, RFC 6901); null when it is a parameter
 * @param position the index of the first wrong character of the value, counted from 0, if known
 * @param reason what is wrong and what would be right
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemError(
    @Nullable String parameter,
    @Nullable String pointer,
    @Nullable Integer position,
    String reason) {

  public static ProblemError inParameter(String name, String reason) {
    return new ProblemError(name, null, null, reason);
  }

  public static ProblemError inParameter(String name, int position, String reason) {
    return new ProblemError(name, null, position, reason);
  }

  public static ProblemError inBody(String pointer, String reason) {
    return new ProblemError(null, pointer, null, reason);
  }

  @Override
  public String toString() {
    String where = parameter != null ? parameter : pointer;
    return position == null
        ? "%s: %s".formatted(where, reason)
        : "%s at position %d: %s".formatted(where, position, reason);
  }
}
