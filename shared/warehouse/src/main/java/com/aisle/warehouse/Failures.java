package com.aisle.warehouse;

import com.aisle.warehouse.WarehouseException.Kind;
import com.clickhouse.client.api.ClientMisconfigurationException;
import com.clickhouse.client.api.ServerException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of what kind an error of ClickHouse is. The numbers are those of ClickHouse's
 * src/Common/ErrorCodes.cpp.
 */
final class Failures {

  /** TOO_MANY_ROWS, TIMEOUT_EXCEEDED, TOO_SLOW, TOO_MANY_BYTES, TOO_MANY_ROWS_OR_BYTES. */
  private static final Set<Integer> LIMITS = Set.of(158, 159, 160, 307, 396);

  /**
   * TOO_MANY_SIMULTANEOUS_QUERIES, SOCKET_TIMEOUT, NETWORK_ERROR, NO_ZOOKEEPER, ABORTED,
   * TABLE_IS_READ_ONLY, NOT_ENOUGH_SPACE, TOO_MANY_PARTS, ALL_CONNECTION_TRIES_FAILED,
   * UNKNOWN_STATUS_OF_INSERT, QUERY_WAS_CANCELLED, DEADLOCK_AVOIDED, SERVER_OVERLOADED,
   * KEEPER_EXCEPTION.
   */
  private static final Set<Integer> PASSING =
      Set.of(202, 209, 210, 225, 236, 242, 243, 252, 279, 319, 394, 473, 745, 999);

  /** REQUIRED_PASSWORD, WRONG_PASSWORD, AUTHENTICATION_FAILED. */
  private static final Set<Integer> REFUSED = Set.of(194, 193, 516);

  private static final int MEMORY_LIMIT_EXCEEDED = 241;
  private static final int BAD_GATEWAY = 502;
  private static final int GATEWAY_TIMEOUT = 504;

  private Failures() {}

  static WarehouseException of(String what, Throwable error) {
    if (error instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    ServerException answer = answer(error);
    Kind kind = answer == null ? withoutAnswer(error) : kind(answer);
    String reason = answer == null ? reason(error) : answer.getMessage();
    return new WarehouseException(kind, "%s failed: %s".formatted(what, reason), error);
  }

  static boolean isRefusedPassword(Throwable error) {
    ServerException answer = answer(error);
    return answer != null && REFUSED.contains(answer.getCode());
  }

  private static Kind kind(ServerException answer) {
    int code = answer.getCode();
    if (code == MEMORY_LIMIT_EXCEEDED) {
      // "(total)": the whole server is short of memory, whatever this query asked for.
      return String.valueOf(answer.getMessage()).contains("(total)")
          ? Kind.UNAVAILABLE
          : Kind.LIMIT;
    }
    if (LIMITS.contains(code)) {
      return Kind.LIMIT;
    }
    int status = answer.getTransportProtocolCode();
    boolean fromProxy = status >= BAD_GATEWAY && status <= GATEWAY_TIMEOUT;
    return PASSING.contains(code) || fromProxy ? Kind.UNAVAILABLE : Kind.INVALID;
  }

  private static Kind withoutAnswer(Throwable error) {
    return error instanceof ClientMisconfigurationException
            || error instanceof IllegalArgumentException
        ? Kind.INVALID
        : Kind.UNAVAILABLE;
  }

  private static String reason(Throwable error) {
    if (error.getCause() == null) {
      return error.toString();
    }
    Throwable deepest = error.getCause();
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return error.getMessage() + ": " + deepest;
  }

  private static @Nullable ServerException answer(Throwable error) {
    for (Throwable t = error; t != null; t = t.getCause()) {
      if (t instanceof ServerException answer) {
        return answer;
      }
    }
    return null;
  }
}
