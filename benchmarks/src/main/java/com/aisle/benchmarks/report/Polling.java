package com.aisle.benchmarks.report;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks again and again.
 *
 * @param interval from the end of a look to the start of the next
 * @param patience after which it gives up
 */
public record Polling(Duration interval, Duration patience) {

  /** A look; true ends the looking. */
  public interface Look {
    boolean sees() throws Exception;
  }

  /**
   * Whether a look saw it in time.
   *
   * @throws IllegalStateException when a look fails
   */
  public boolean until(Look look) throws InterruptedException {
    CompletableFuture<Boolean> seen = new CompletableFuture<>();
    try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
      Future<?> looking =
          timer.scheduleWithFixedDelay(
              () -> look(look, seen), 0, interval.toNanos(), TimeUnit.NANOSECONDS);
      try {
        return seen.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        return false;
      } catch (ExecutionException e) {
        throw new IllegalStateException("looking failed", e.getCause());
      } finally {
        looking.cancel(true);
      }
    }
  }

  private static void look(Look look, CompletableFuture<Boolean> seen) {
    try {
      if (look.sees()) {
        seen.complete(true);
      }
    } catch (Exception e) {
      seen.completeExceptionally(e);
    }
  }
}
