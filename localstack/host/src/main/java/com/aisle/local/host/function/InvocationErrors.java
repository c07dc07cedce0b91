package com.aisle.local.host.function;

import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** The error objects that Lambda itself answers with. */
final class InvocationErrors {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private InvocationErrors() {}

  static byte[] json(String type, String message) {
    return MAPPER.writeValueAsBytes(
        MAPPER.createObjectNode().put("errorType", type).put("errorMessage", message));
  }

  static byte[] ofEnd(EndCause cause, int exitStatus, String requestId) {
    String prefix = "RequestId: " + requestId + " Error: ";
    return switch (cause) {
      case OUT_OF_MEMORY ->
          json(cause.errorType(), prefix + "Runtime exited with error: signal: killed");
      case TIMED_OUT -> json(cause.errorType(), prefix + "Task timed out");
      case EXITED, RETIRED ->
          json(cause.errorType(), prefix + "Runtime exited with error: exit status " + exitStatus);
    };
  }

  static byte[] timedOut(String requestId, Duration timeout) {
    return json(
        EndCause.TIMED_OUT.errorType(),
        "RequestId: "
            + requestId
            + " Error: Task timed out after "
            + seconds(timeout)
            + " seconds");
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f", duration.toMillis() / 1000.0);
  }
}
