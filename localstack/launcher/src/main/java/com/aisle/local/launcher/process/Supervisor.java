package com.aisle.local.launcher.process;

import com.aisle.local.launcher.Home;
import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.Progress;
import com.aisle.local.launcher.parts.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps parts running: starts them side by side, starts one alone again when it dies, stops all at
 * the end.
 */
public final class Supervisor implements AutoCloseable {
  private final Map<String, SupervisedPart> parts = new LinkedHashMap<>();
  private final Progress progress;
  private final Consumer<String> onRestarted;
  private final ScheduledExecutorService restarts =
      Executors.newScheduledThreadPool(
          2, Thread.ofPlatform().daemon().name("restarts-", 0).factory());
  private volatile boolean closing;

  /**
   * A supervisor that calls {@code onRestarted} with the name of a part that died and is healthy
   * again.
   */
  public Supervisor(Home home, List<Part> parts, Progress progress, Consumer<String> onRestarted) {
    for (Part part : parts) {
      this.parts.put(part.name(), new SupervisedPart(home, part));
    }
    this.progress = progress;
    this.onRestarted = onRestarted;
  }

  /** Starts every part and returns when all are healthy; if one fails, stops all and throws. */
  public void startAll() {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> starts = new ArrayList<>();
      parts.values().forEach(part -> starts.add(executor.submit(() -> start(part, false))));
      for (Future<?> start : starts) {
        start.get();
      }
    } catch (ExecutionException e) {
      close();
      throw e.getCause() instanceof LauncherException known
          ? known
          : new LauncherException("the local cloud could not start: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new LauncherException("interrupted while starting", e);
    }
  }

  /** Starts a part that was stopped; returns when it is healthy. */
  public void start(String name) {
    start(part(name), false);
  }

  /** Stops a part until it is started again. */
  public void stop(String name) {
    part(name).stop();
  }

  /**
   * Kills the process of a part as {@code kill -9} does; it is then started again like after any
   * other death.
   */
  public void kill(String name) {
    part(name).kill();
  }

  /** How every part is. */
  public List<PartStatus> status() {
    return parts.values().stream().map(SupervisedPart::status).toList();
  }

  private void start(SupervisedPart part, boolean again) {
    long start = System.nanoTime();
    @Nullable Child child = part.start(again);
    if (child == null) {
      return;
    }
    CompletableFuture<Void> ignored =
        child.onExit().thenAccept(process -> died(part, process.exitValue()));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    String name = part.part().name();
    progress.report(
        name, "healthy on port %d after %s".formatted(part.part().port(), Progress.seconds(took)));
    if (again) {
      onRestarted.accept(name);
    }
  }

  private void died(SupervisedPart part, int status) {
    if (!closing && part.died()) {
      long delay = part.backOffMillis();
      progress.report(
          part.part().name(),
          "ended with status %d, starting it again in %d ms".formatted(status, delay));
      schedule(part, delay);
    }
  }

  private void schedule(SupervisedPart part, long delayMillis) {
    Future<?> ignored = restarts.schedule(() -> restart(part), delayMillis, TimeUnit.MILLISECONDS);
  }

  private void restart(SupervisedPart part) {
    try {
      start(part, true);
    } catch (RuntimeException e) {
      progress.report(part.part().name(), e.getMessage() == null ? e.toString() : e.getMessage());
      if (!closing && part.died()) {
        schedule(part, part.backOffMillis());
      }
    }
  }

  private SupervisedPart part(String name) {
    SupervisedPart part = parts.get(name);
    if (part == null) {
      throw new LauncherException(
          "there is no part named %s; the parts are %s".formatted(name, parts.keySet()));
    }
    return part;
  }

  /** Stops all parts, side by side. */
  @Override
  public void close() {
    closing = true;
    restarts.shutdownNow();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (SupervisedPart part : parts.values()) {
        Future<?> ignored = executor.submit(part::stop);
      }
    }
  }
}
