package com.aisle.local.host.function;

import java.io.Serial;

/** No process became free in time. */
final class ThrottledException extends Exception {
  @Serial private static final long serialVersionUID = 1;
}
