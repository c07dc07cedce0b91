package com.aisle.local.host.function;

import com.aisle.local.host.endpoint.DeployedFunction;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The processes of one function version: warm ones are used again, more are started while events
 * wait, up to a limit.
 */
final class FunctionPool {
  private static final Duration FOREVER = Duration.ofDays(365);

  /** Starts a process; the second argument must be told when it has ended. */
  interface Launcher {
    FunctionProcess launch(DeployedFunction function, Consumer<FunctionProcess> ended)
        throws StartException;
  }

  /** An event that waits for a process. */
  private static final class Turn {
    private final CompletableFuture<FunctionProcess> process = new CompletableFuture<>();
  }

  private final DeployedFunction function;
  private final Launcher launcher;
  private final Optional<Integer> debugPort;
  private final int limit;
  private final Duration patience;

  private final Set<FunctionProcess> processes = new LinkedHashSet<>();
  private final Deque<FunctionProcess> idle = new ArrayDeque<>(); // the one used last comes first
  private final Deque<Turn> waiting = new ArrayDeque<>();
  private int starting;
  private boolean retired;
  private long lastUsed = System.nanoTime();

  FunctionPool(DeployedFunction function, HostSettings settings, Launcher launcher) {
    this.function = function;
    this.launcher = launcher;
    this.debugPort = settings.debugPort(function.name());
    this.patience = settings.patience();
    Integer reserved = function.reservedConcurrency();
    int most =
        reserved == null ? settings.maxProcesses() : Math.min(settings.maxProcesses(), reserved);
    this.limit = debugPort.isPresent() ? Math.min(most, 1) : most;
  }

  DeployedFunction function() {
    return function;
  }

  /** Works on an event, in a process of its own as long as that takes. */
  Outcome invoke(Invocation invocation) {
    try {
      while (true) {
        FunctionProcess process = acquire();
        if (process.accept(invocation)) {
          long start = System.nanoTime();
          Duration limit = debugPort.isPresent() ? FOREVER : function.timeout();
          try {
            return process.finish(invocation, limit);
          } finally {
            releaseWhenIdle(process, limit.minusNanos(System.nanoTime() - start));
          }
        }
      }
    } catch (StartException e) {
      return Outcome.functionError(e.payload(), Duration.ZERO, 0);
    } catch (ThrottledException e) {
      return Outcome.notRun(Outcome.Status.THROTTLED, "TooManyRequestsException", "Rate Exceeded.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.notRun(
          Outcome.Status.UNAVAILABLE, "Host.Interrupted", "the function host is stopping");
    }
  }

  private FunctionProcess acquire()
      throws StartException, ThrottledException, InterruptedException {
    Turn turn = new Turn();
    synchronized (this) {
      lastUsed = System.nanoTime();
      if (limit == 0) {
        throw new ThrottledException();
      }
      FunctionProcess warm = idle.pollFirst();
      if (warm != null) {
        return warm;
      }
      waiting.addLast(turn);
      startMissing();
    }
    return await(turn);
  }

  private FunctionProcess await(Turn turn)
      throws StartException, ThrottledException, InterruptedException {
    try {
      return turn.process.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      synchronized (this) {
        if (waiting.remove(turn)) {
          throw new ThrottledException();
        }
      }
      return await(turn); // it came to its turn at the last moment
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StartException failure) {
        throw failure;
      }
      throw new IllegalStateException("a turn fails only by a failed start", e);
    }
  }

  /** The answer goes out now; the next event waits for the extensions, within the same limit. */
  private void releaseWhenIdle(FunctionProcess process, Duration rest) {
    CompletableFuture<Void> idle = process.idle();
    if (idle.isDone()) {
      release(process);
      return;
    }
    CompletableFuture<Void> _ =
        idle.orTimeout(Math.max(1, rest.toMillis()), TimeUnit.MILLISECONDS)
            .whenComplete(
                (_, late) -> {
                  if (late != null) {
                    process.overrun();
                  }
                  release(process);
                });
  }

  private synchronized void release(FunctionProcess process) {
    lastUsed = System.nanoTime();
    handOver(process);
  }

  private void handOver(FunctionProcess process) {
    if (process.isEnding()) {
      processes.remove(process);
      startMissing();
      return;
    }
    Turn next = waiting.pollFirst();
    if (next != null) {
      next.process.complete(process);
    } else if (retired) {
      process.kill(EndCause.RETIRED);
    } else {
      idle.addFirst(process);
    }
  }

  private void startMissing() {
    while (starting < waiting.size() && processes.size() + starting < limit) {
      starting++;
      Thread.ofVirtual().start(this::startOne);
    }
  }

  private void startOne() {
    try {
      FunctionProcess process = launcher.launch(function, this::ended);
      synchronized (this) {
        starting--;
        processes.add(process);
        handOver(process);
      }
    } catch (StartException e) {
      failed(e);
    }
  }

  private synchronized void failed(StartException failure) {
    starting--;
    Turn next = waiting.pollFirst();
    if (next != null) {
      next.process.completeExceptionally(failure);
    }
    startMissing();
  }

  private synchronized void ended(FunctionProcess process) {
    processes.remove(process);
    idle.remove(process);
    startMissing();
  }

  /** Ends the idle processes now and the others when their event is done. */
  synchronized void retire() {
    retired = true;
    idle.forEach(process -> process.kill(EndCause.RETIRED));
    idle.clear();
  }

  synchronized boolean isRetired() {
    return retired;
  }

  /** Ends all processes now. */
  synchronized void stop() {
    retire();
    processes.forEach(process -> process.kill(EndCause.RETIRED));
  }

  /** Ends processes beyond the first that have had nothing to do for a time. */
  synchronized void trim(Duration unused) {
    while (idle.size() > 1 && idle.getLast().idleNanos() > unused.toNanos()) {
      idle.removeLast().kill(EndCause.RETIRED);
    }
  }

  /** Whether nothing is in work and nothing has been for a time. */
  synchronized boolean isQuietFor(Duration time) {
    boolean busy = starting > 0 || !waiting.isEmpty() || idle.size() < processes.size();
    return !busy && System.nanoTime() - lastUsed > time.toNanos();
  }

  synchronized List<FunctionProcess> processes() {
    return new ArrayList<>(processes);
  }

  FunctionStatus status() {
    int queued;
    synchronized (this) {
      queued = waiting.size();
    }
    List<FunctionStatus.ProcessStatus> statuses =
        processes().stream().map(process -> process.status(debugPort)).toList();
    return new FunctionStatus(
        function.name(), function.version(), function.memoryMegabytes(), limit, queued, statuses);
  }
}
