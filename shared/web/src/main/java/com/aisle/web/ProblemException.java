package com.aisle.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Ends the handling of a request with a problem as its answer. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient Map<String, String> headers;

  public ProblemException(Problem problem) {
    this(problem, Map.of());
  }

  private ProblemException(Problem problem, Map<String, String> headers) {
    super(Objects.requireNonNullElse(problem.detail(), problem.title()));
    this.problem = problem;
    this.headers = headers;
  }

  /** 400 with this one error. */
  public static ProblemException invalid(ProblemError error) {
    return new ProblemException(Problem.invalid(List.of(error)));
  }

  /** 503 that tells the caller when to try again. */
  public static ProblemException unavailable(String detail, Duration retryAfter) {
    return new ProblemException(
        Problem.unavailable(detail), Map.of("retry-after", Long.toString(retryAfter.toSeconds())));
  }

  /**
   * 401 that tells the caller how to authenticate.
   *
   * @param challenge the value of {@code WWW-Authenticate}
   */
  static ProblemException unauthorized(String detail, String challenge) {
    return new ProblemException(
        Problem.unauthorized(detail), Map.of("www-authenticate", challenge));
  }

  public Problem problem() {
    return problem;
  }

  Map<String, String> headers() {
    return headers;
  }
}
