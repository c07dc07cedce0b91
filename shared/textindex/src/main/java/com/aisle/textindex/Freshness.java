package com.aisle.textindex;

import com.aisle.storage.StorageException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Decides when a mirror that already has a version looks for a newer one. */
final class Freshness implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Freshness.class.getName());

  private static final long CLOSING_SECONDS = 30;

  private final Clock clock;
  private final MirrorConfig config;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("index-mirror").factory());
  private final AtomicBoolean running = new AtomicBoolean();

  private volatile Instant checkedAt = Instant.MIN;
  private volatile Instant failedAt = Instant.MIN;

  Freshness(Clock clock, MirrorConfig config) {
    this.clock = clock;
    this.config = config;
  }

  void checked() {
    checkedAt = clock.instant();
    failedAt = Instant.MIN;
  }

  void expire() {
    checkedAt = Instant.MIN;
    failedAt = Instant.MIN;
  }

  /** Runs the refresh now, beside the caller, or not at all; its failures are only logged. */
  void keep(Runnable refresh) {
    Instant now = clock.instant();
    if (!isOlder(checkedAt, now, config.checkAfter())) {
      return;
    }
    boolean failing = failedAt.isAfter(checkedAt);
    if (failing) {
      // Queries do not wait again and again for a store that is away.
      if (isOlder(failedAt, now, config.checkAfter())) {
        inBackground(refresh);
      }
    } else if (isOlder(checkedAt, now, config.waitAfter())) {
      quietly(refresh);
    } else {
      inBackground(refresh);
    }
  }

  private void inBackground(Runnable refresh) {
    if (running.compareAndSet(false, true)) {
      background.execute(
          () -> {
            try {
              quietly(refresh);
            } finally {
              running.set(false);
            }
          });
    }
  }

  private void quietly(Runnable refresh) {
    try {
      refresh.run();
    } catch (StorageException | IndexException e) {
      failedAt = clock.instant();
      LOG.log(Level.WARNING, "the index could not be refreshed; the local version stays", e);
    }
  }

  private static boolean isOlder(Instant time, Instant now, Duration age) {
    return time.equals(Instant.MIN) || Duration.between(time, now).compareTo(age) > 0;
  }

  @Override
  public void close() {
    background.shutdown();
    try {
      if (!background.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        background.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
