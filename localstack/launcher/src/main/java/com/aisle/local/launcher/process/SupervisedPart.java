package com.aisle.local.launcher.process;

import com.aisle.local.launcher.Home;
import com.aisle.local.launcher.parts.Part;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One part with its process, if there is one, and how often it had to be started again. */
final class SupervisedPart {
  private static final long LONGEST_BACK_OFF_MILLIS = 30_000;
  private static final long FIRST_BACK_OFF_MILLIS = 200;
  private static final long STABLE_NANOS = Duration.ofMinutes(1).toNanos();

  private final Home home;
  private final Part part;
  // Only start() holds the lock, for as long as the start takes; who asks or stops meanwhile does
  // not wait.
  private volatile @Nullable Child child;
  private volatile PartStatus.State state = PartStatus.State.STOPPED;
  private volatile boolean wanted;
  private volatile int restarts;
  private volatile int failuresInARow;
  private volatile long healthySince;

  SupervisedPart(Home home, Part part) {
    this.home = home;
    this.part = part;
  }

  Part part() {
    return part;
  }

  /**
   * Starts the process and returns it once it is healthy; null if it was running, or is not wanted
   * any more.
   */
  synchronized @Nullable Child start(boolean again) {
    Child running = child;
    if ((again && !wanted) || (running != null && running.isAlive())) {
      return null;
    }
    wanted = true;
    state = again ? PartStatus.State.RESTARTING : PartStatus.State.STARTING;
    LeftOvers.stop(home, home.run().resolve(part.name() + ".pid"));
    if (again) {
      restarts++;
    }
    Child started = part.launch(home);
    child = started;
    started.awaitHealthy(part.health());
    state = PartStatus.State.HEALTHY;
    healthySince = System.nanoTime();
    return started;
  }

  /** Notes that the process has ended; returns whether it should run. */
  boolean died() {
    boolean shouldRun = wanted;
    if (shouldRun) {
      state = PartStatus.State.RESTARTING;
      failuresInARow = System.nanoTime() - healthySince > STABLE_NANOS ? 0 : failuresInARow + 1;
    }
    return shouldRun;
  }

  /** How long to wait before the next start: longer after each failure in a row. */
  long backOffMillis() {
    return Math.min(LONGEST_BACK_OFF_MILLIS, FIRST_BACK_OFF_MILLIS << Math.min(failuresInARow, 8));
  }

  /** Stops the process for good. */
  void stop() {
    wanted = false;
    state = PartStatus.State.STOPPED;
    Child running = child;
    if (running != null) {
      running.stop();
    }
  }

  /** Kills the process; its death is then handled like any other. */
  void kill() {
    Child running = child;
    if (running != null) {
      running.kill();
    }
  }

  PartStatus status() {
    Child running = child;
    long pid = running != null && running.isAlive() ? running.pid() : 0;
    return new PartStatus(
        part.name(), state, pid, part.port(), home.log(part.name()).toString(), restarts);
  }
}
