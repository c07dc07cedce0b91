package com.aisle.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets only the shop's staff through: {@code Authorization: Bearer TOKEN} (RFC 6750). A request
 * without the right token is answered with 401, one that cannot be checked with 503.
 */
public final class StaffAccess {

  private static final Logger LOGGER = LoggerFactory.getLogger(StaffAccess.class);

  private static final String SCHEME = "Bearer ";
  private static final String CHALLENGE = "Bearer realm=\"Aisle staff\"";
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final Supplier<String> token;

  /**
   * Access by this token.
   *
   * @param token the current token, asked for at each request, so that a rotated one is in force
   *     when its supplier has read it; never blank
   */
  public StaffAccess(Supplier<String> token) {
    this.token = token;
  }

  /** The same handler, for staff only. */
  public Handler guard(Handler handler) {
    return request -> {
      check(request);
      return handler.handle(request);
    };
  }

  private void check(Request request) {
    String given = request.header("authorization").orElse("");
    if (!given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw ProblemException.unauthorized(
          "header Authorization: Bearer TOKEN is missing; TOKEN is the staff token of this shop",
          CHALLENGE);
    }
    // Takes the same time wherever the two differ, so that no caller can feel its way.
    byte[] shown = given.substring(SCHEME.length()).strip().getBytes(UTF_8);
    if (!MessageDigest.isEqual(expected().getBytes(UTF_8), shown)) {
      throw ProblemException.unauthorized(
          "this is not the staff token", CHALLENGE + ", error=\"invalid_token\"");
    }
  }

  private String expected() {
    String expected;
    try {
      expected = token.get();
    } catch (RuntimeException e) {
      LOGGER.error("the staff token cannot be read", e);
      throw unchecked();
    }
    if (expected.isBlank()) {
      LOGGER.error("the staff token is blank; nobody is let in");
      throw unchecked();
    }
    return expected;
  }

  private static ProblemException unchecked() {
    return ProblemException.unavailable("the staff token cannot be checked now", TRY_AGAIN);
  }
}
