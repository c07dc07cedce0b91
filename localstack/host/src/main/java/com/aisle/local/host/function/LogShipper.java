package com.aisle.local.host.function;

import com.aisle.local.host.endpoint.CloudWatchLogs;
import com.aisle.local.host.endpoint.DeployedFunction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ships the functions' lines every half second. */
final class LogShipper implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(500);

  private final CloudWatchLogs cloudWatch;
  private final Path folder;
  private final ScheduledExecutorService timer = Daemons.timer("log shipper");
  private final ScheduledFuture<?> task;
  private final Map<String, FunctionLog> logs = new ConcurrentHashMap<>();

  LogShipper(CloudWatchLogs cloudWatch, Path folder) {
    this.cloudWatch = cloudWatch;
    this.folder = folder;
    task =
        timer.scheduleWithFixedDelay(
            this::flush, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  FunctionLog of(DeployedFunction function) {
    return logs.computeIfAbsent(
        function.name(),
        name -> new FunctionLog(function.logGroup(), folder.resolve(name + ".log"), cloudWatch));
  }

  private void flush() {
    logs.values().forEach(FunctionLog::flush);
  }

  @Override
  public void close() {
    task.cancel(false);
    timer.shutdown();
    flush();
  }
}
