package com.aisle.local.host.function;

import com.aisle.local.host.endpoint.AwsEndpoint;
import com.aisle.local.host.endpoint.CloudWatchLogs;
import com.aisle.local.host.endpoint.DeployedFunction;
import com.aisle.local.host.endpoint.EndpointException;
import com.aisle.local.host.endpoint.FunctionCatalog;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** All functions that have been asked for, and their processes. */
public final class Functions implements Invoker, AutoCloseable {
  private static final Duration LAST_REPORTS = Duration.ofSeconds(1);
  private static final Logger LOG = Logger.getLogger(Functions.class.getName());
  private static final Duration SURPLUS_IDLE = Duration.ofMinutes(2);

  private record Key(String name, String qualifier) {}

  private final HostSettings settings;
  private final FunctionCatalog catalog;
  private final RuntimeApi runtimeApi = new RuntimeApi();
  private final ScheduledExecutorService timer = Daemons.timer("housekeeping of functions");
  private final LogShipper shipper;
  private final ProcessLauncher launcher;
  private final ScheduledFuture<?> housekeeping;
  private final Map<Key, FunctionReference> references = new ConcurrentHashMap<>();
  private final Map<Key, FunctionPool> pools = new ConcurrentHashMap<>();

  /**
   * Starts nothing yet: a function's first event starts its first process.
   *
   * @param port of 127.0.0.1 on which {@link #runtimeApi} is served
   */
  public Functions(HostSettings settings, AwsEndpoint endpoint, int port) throws IOException {
    this.settings = settings;
    this.catalog = new FunctionCatalog(endpoint);
    Files.createDirectories(settings.logs());
    this.shipper = new LogShipper(new CloudWatchLogs(endpoint), settings.logs());
    PackageStore packages = new PackageStore(settings.cache().resolve("packages"), endpoint);
    packages.prune();
    this.launcher = new ProcessLauncher(settings, packages, runtimeApi, port, shipper, timer);
    this.housekeeping = timer.scheduleWithFixedDelay(this::keepHouse, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public Outcome invoke(String name, String qualifier, String requestId, byte[] payload) {
    FunctionPool pool;
    try {
      pool = reference(name, qualifier).current();
    } catch (EndpointException e) {
      return e.isNotFound()
          ? Outcome.notRun(
              Outcome.Status.NOT_FOUND,
              "ResourceNotFoundException",
              "no function " + name + ":" + qualifier)
          : unavailable(e);
    } catch (IOException e) {
      return unavailable(e);
    }
    return pool.invoke(new Invocation(requestId, payload));
  }

  private static Outcome unavailable(IOException cause) {
    LOG.log(Level.WARNING, "a function cannot be had: {0}", cause.getMessage());
    return Outcome.notRun(
        Outcome.Status.UNAVAILABLE, "ServiceException", String.valueOf(cause.getMessage()));
  }

  private FunctionReference reference(String name, String qualifier) {
    return references.computeIfAbsent(
        new Key(name, qualifier),
        key -> new FunctionReference(name, qualifier, catalog, this::poolOf));
  }

  private FunctionPool poolOf(DeployedFunction function) throws IOException {
    launcher.prepare(function);
    synchronized (this) {
      Key key = new Key(function.name(), function.version());
      FunctionPool old = pools.get(key);
      if (old != null
          && !old.isRetired()
          && old.function().revision().equals(function.revision())) {
        return old;
      }
      FunctionPool pool = new FunctionPool(function, settings, launcher::launch);
      pools.put(key, pool);
      if (old != null) {
        old.retire();
      }
      if (settings.debugPort(function.name()).isPresent()) {
        superseded().forEach(this::drop); // the new process needs their debugger's port
      }
      LOG.log(
          Level.INFO, "{0}:{1} is deployed", new Object[] {function.name(), function.version()});
      return pool;
    }
  }

  /** Pools of versions that a later one has replaced. */
  private List<FunctionPool> superseded() {
    List<FunctionPool> superseded = new ArrayList<>();
    for (FunctionPool pool : pools.values()) {
      long version = number(pool);
      if (version > 0
          && pools.values().stream()
              .anyMatch(other -> isOf(pool, other) && number(other) > version)) {
        superseded.add(pool);
      }
    }
    return superseded;
  }

  private static boolean isOf(FunctionPool pool, FunctionPool other) {
    return pool.function().name().equals(other.function().name());
  }

  private static long number(FunctionPool pool) {
    String version = pool.function().version();
    return version.equals(DeployedFunction.LATEST) ? 0 : Long.parseLong(version);
  }

  private synchronized void drop(FunctionPool pool) {
    pools.remove(new Key(pool.function().name(), pool.function().version()), pool);
    references.values().removeIf(reference -> reference.isOf(pool));
    pool.retire();
  }

  private void keepHouse() {
    try {
      pools.values().forEach(pool -> pool.processes().forEach(FunctionProcess::checkMemory));
      pools.values().forEach(pool -> pool.trim(SURPLUS_IDLE));
      superseded().stream()
          .filter(pool -> pool.isQuietFor(settings.supersededIdle()))
          .forEach(this::drop);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "housekeeping failed", e); // an exception would end the schedule
    }
  }

  /** The deployment may have changed: each function's next event waits for the endpoint's word. */
  public void expire() {
    references.values().forEach(FunctionReference::expire);
  }

  /** How each function version is doing, by name. */
  public List<FunctionStatus> status() {
    return pools.values().stream()
        .map(FunctionPool::status)
        .sorted(
            Comparator.comparing(FunctionStatus::function).thenComparing(FunctionStatus::version))
        .toList();
  }

  /** Whether a path belongs to the Lambda Runtime API. */
  public boolean serves(String path) {
    return path.startsWith(RuntimeApi.PREFIX);
  }

  /** Answers a call of the Lambda Runtime API. */
  public void runtimeApi(HttpExchange exchange) throws IOException {
    runtimeApi.handle(exchange);
  }

  /** Ends all processes and ships the last lines. */
  @Override
  public void close() throws IOException {
    housekeeping.cancel(false);
    pools.values().forEach(FunctionPool::stop);
    launcher.close();
    timer.shutdown();
    awaitLastReports();
    shipper.close();
  }

  /** REPORT lines follow their event's own lines by a moment, on the timer. */
  private void awaitLastReports() {
    try {
      if (!timer.awaitTermination(LAST_REPORTS.toMillis(), TimeUnit.MILLISECONDS)) {
        timer.shutdownNow();
      }
    } catch (InterruptedException e) {
      timer.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
