package com.aisle.local.host.function;

import com.aisle.local.host.endpoint.DeployedFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Starts processes of functions and cleans up after them. */
final class ProcessLauncher implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ProcessLauncher.class.getName());
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

  private final HostSettings settings;
  private final PackageStore packages;
  private final RuntimeApi runtimeApi;
  private final LaunchCommand command;
  private final LogShipper shipper;
  private final ScheduledExecutorService timer;
  private final ChildGuard guard = new ChildGuard();
  private final Path tempFolders;

  ProcessLauncher(
      HostSettings settings,
      PackageStore packages,
      RuntimeApi runtimeApi,
      int port,
      LogShipper shipper,
      ScheduledExecutorService timer)
      throws IOException {
    this.settings = settings;
    this.packages = packages;
    this.runtimeApi = runtimeApi;
    this.command = new LaunchCommand(settings, RuntimeClient.prepare(settings.cache()), port);
    this.shipper = shipper;
    this.timer = timer;
    this.tempFolders = settings.cache().toAbsolutePath().resolve("temp");
    deleteAbandoned();
  }

  /** Fetches the function's package, so that a first start does not have to. */
  void prepare(DeployedFunction function) throws IOException {
    packages.unpacked(function);
  }

  /**
   * Starts a process and waits until it is ready for events.
   *
   * @param ended is told when it has ended, however soon
   */
  FunctionProcess launch(DeployedFunction function, Consumer<FunctionProcess> ended)
      throws StartException {
    RuntimeSession session = new RuntimeSession(UUID.randomUUID().toString().replace("-", ""));
    FunctionProcess process;
    try {
      process = start(function, session, ended);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "cannot start " + function.name(), e);
      throw new StartException(
          InvocationErrors.json("Runtime.InitError", "cannot start: " + e.getMessage()));
    }
    process.awaitReady(settings.startTimeout());
    return process;
  }

  private FunctionProcess start(
      DeployedFunction function, RuntimeSession session, Consumer<FunctionProcess> ended)
      throws IOException {
    Path code = packages.unpacked(function);
    Path temp = tempFolders.resolve(ProcessHandle.current().pid() + "-" + session.id());
    Files.createDirectories(temp);
    String stream =
        DAY.format(LocalDate.now(ZoneOffset.UTC)) + "/[" + function.version() + "]" + session.id();
    ProcessLog log = new ProcessLog(shipper.of(function), stream, timer);
    runtimeApi.register(session, function);
    Process child = guard.start(command.build(function, session.id(), code, temp, stream));
    FunctionProcess process = new FunctionProcess(function, session, child, log);
    Thread.ofVirtual().start(() -> cleanUp(process, session, temp, ended));
    return process;
  }

  private void cleanUp(
      FunctionProcess process, RuntimeSession session, Path temp, Consumer<FunctionProcess> ended) {
    int exitStatus = process.process().onExit().join().exitValue();
    process.ended(exitStatus);
    ended.accept(process);
    runtimeApi.forget(session);
    try {
      guard.forget(process.process());
      PackageStore.delete(temp);
    } catch (IOException e) {
      LOG.log(Level.FINE, "cleaning up after a process", e);
    }
  }

  /** Temp folders of hosts that were killed. */
  private void deleteAbandoned() throws IOException {
    if (!Files.isDirectory(tempFolders)) {
      return;
    }
    try (Stream<Path> folders = Files.list(tempFolders)) {
      for (Path folder : folders.toList()) {
        long host = Long.parseLong(folder.getFileName().toString().split("-", 2)[0]);
        if (ProcessHandle.of(host).isEmpty()) {
          PackageStore.delete(folder);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    guard.close();
  }
}
