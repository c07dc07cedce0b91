package com.aisle.local.host.function;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The log stream of one process: its own lines and those that Lambda writes around each event. The
 * lines that end an event wait a moment, since what the function printed may still be in the pipe
 * when its answer is here already.
 */
final class ProcessLog {
  private static final int SETTLE_MILLIS = 20;

  private final FunctionLog log;
  private final String stream;
  private final ScheduledExecutorService timer;
  private List<String> closing = List.of();
  private @Nullable ScheduledFuture<?> settled;

  ProcessLog(FunctionLog log, String stream, ScheduledExecutorService timer) {
    this.log = log;
    this.stream = stream;
    this.timer = timer;
  }

  String stream() {
    return stream;
  }

  void line(String message) {
    log.add(stream, message);
  }

  void started(Invocation invocation, String version) {
    settle();
    log.add(stream, "START RequestId: " + invocation.requestId() + " Version: " + version);
  }

  synchronized void finished(List<String> lines) {
    closing = lines;
    settled = timer.schedule(this::settle, SETTLE_MILLIS, TimeUnit.MILLISECONDS);
  }

  synchronized void settle() {
    closing.forEach(this::line);
    closing = List.of();
    if (settled != null) {
      settled.cancel(false);
    }
  }
}
