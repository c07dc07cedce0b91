package com.aisle.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 puts it into an answer.
 *
 * @param type a URN that names the kind of problem and never changes
 * @param title the same for every problem of this type
 * @param status HTTP status
 * @param detail about this occurrence, for people
 * @param instance names this occurrence: the request, as the log knows it
 * @param errors what is wrong with the request, piece by piece; empty when it is not the request
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String instance,
    List<ProblemError> errors) {

  private static final String TYPES = "urn:aisle:problem:";

  public Problem {
    errors = List.copyOf(errors);
  }

  /** 400: these pieces of the request are wrong. */
  public static Problem invalid(List<ProblemError> errors) {
    return new Problem(
        TYPES + "invalid-request",
        "The request is not valid",
        400,
        errors.size() == 1 ? errors.getFirst().toString() : errors.size() + " errors",
        null,
        errors);
  }

  /** 401: the caller has not shown that it may do this. */
  public static Problem unauthorized(String detail) {
    return of("unauthorized", "Not authorised", 401, detail);
  }

  /** 404: what the path names does not exist. */
  public static Problem notFound(String detail) {
    return of("not-found", "Not found", 404, detail);
  }

  /** 413: the body is longer than this. */
  public static Problem bodyTooLarge(int limit) {
    String detail = "at most %d bytes are read".formatted(limit);
    return of("body-too-large", "The body is too large", 413, detail);
  }

  /** 422: the request is understood, and answering it would take more than it may. */
  public static Problem tooMuch(String detail) {
    return of("too-much", "The question asks for too much", 422, detail);
  }

  /** 503: no answer can be given now; another try later may succeed. */
  public static Problem unavailable(String detail) {
    return of("unavailable", "Not available now", 503, detail);
  }

  static Problem internal() {
    return of("internal", "Something went wrong on our side", 500, null);
  }

  private static Problem of(String type, String title, int status, @Nullable String detail) {
    return new Problem(TYPES + type, title, status, detail, null, List.of());
  }

  Problem during(Request request) {
    return new Problem(type, title, status, detail, "urn:aisle:request:" + request.id(), errors);
  }
}
