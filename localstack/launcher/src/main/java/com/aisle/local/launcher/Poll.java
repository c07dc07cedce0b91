package com.aisle.local.launcher;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Asks a service that cannot call back, again and again, until it is done. */
public final class Poll {
  private Poll() {}

  /** Whether {@code done} came true within {@code longest}; asked every {@code interval}. */
  public static boolean until(BooleanSupplier done, Duration interval, Duration longest) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(interval.toNanos());
      if (Thread.interrupted()) {
        Thread.currentThread().interrupt();
        throw new LauncherException("interrupted");
      }
    }
    return true;
  }
}
