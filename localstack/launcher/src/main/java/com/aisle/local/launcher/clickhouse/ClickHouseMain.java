package com.aisle.local.launcher.clickhouse;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs clickhouse-local out of libchdb and has it open the engine's own HTTP server. Arguments:
 * library, data folder, port, user, password. One process for each data folder.
 */
public final class ClickHouseMain {
  private static final CountDownLatch STOPPED = new CountDownLatch(1);

  private ClickHouseMain() {}

  /** Blocks for the server's life. */
  public static void main(String[] arguments) throws Throwable {
    Path library = Path.of(arguments[0]).toAbsolutePath();
    Path data = Path.of(arguments[1]).toAbsolutePath();
    Path configuration = ServerFiles.write(data, arguments[3], arguments[4]);
    SystemCalls.setEnvironment("TZ", "UTC");
    // With a terminal the engine is "interactive": it runs boot.sql, then waits at its prompt for
    // ever. Without one it
    // installs an error handler that aborts the process when a client resets its connection
    // (ClickHouse issue 115666).
    int terminal = SystemCalls.terminalOnStandardInput();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(terminal)));
    ProcessHandle.current().parent().ifPresent(ClickHouseMain::endWith);
    run(
        library,
        List.of(
            "clickhouse",
            "--path=" + data,
            "--config-file=" + configuration,
            "--listen_host=127.0.0.1",
            "--http_port=" + arguments[2],
            "--queries-file=" + data.resolve("boot.sql"),
            "--interactive",
            "--disable_suggestion",
            "--history_file=/dev/null"));
    STOPPED.countDown();
    System.exit(0);
  }

  private static void endWith(ProcessHandle parent) {
    CompletableFuture<?> ignored = parent.onExit().thenRun(() -> System.exit(0));
  }

  @SuppressWarnings("restricted")
  private static void run(Path library, List<String> arguments) throws Throwable {
    Arena arena = Arena.global();
    SymbolLookup engine = SymbolLookup.libraryLookup(library, arena);
    // The JVM needs SIGSEGV for itself and dies if the engine takes it.
    SystemCalls.function(
            engine, "chdb_set_signal_handlers_enabled", FunctionDescriptor.ofVoid(JAVA_INT))
        .invokeExact(0);
    MemorySegment array = arena.allocate(ADDRESS, arguments.size() + 1L);
    for (int i = 0; i < arguments.size(); i++) {
      array.setAtIndex(ADDRESS, i, arena.allocateFrom(arguments.get(i)));
    }
    FunctionDescriptor runDescriptor = FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS);
    MemorySegment result =
        (MemorySegment)
            SystemCalls.function(engine, "chdb_query_cmdline", runDescriptor)
                .invokeExact(arguments.size(), array);
    FunctionDescriptor errorDescriptor = FunctionDescriptor.of(ADDRESS, ADDRESS);
    MemorySegment error =
        (MemorySegment)
            SystemCalls.function(engine, "chdb_result_error", errorDescriptor).invokeExact(result);
    if (error.address() != 0) {
      System.err.println("clickhouse: " + error.reinterpret(1 << 16).getString(0));
    }
  }

  /** The end of the terminal makes the engine leave its prompt and shut down in good order. */
  private static void stop(int terminal) {
    try {
      SystemCalls.close(terminal);
      if (!STOPPED.await(15, TimeUnit.SECONDS)) {
        System.err.println("clickhouse did not stop within 15 s");
      }
      SystemCalls.exitNow();
    } catch (Throwable e) {
      System.err.println("clickhouse: " + e);
      Runtime.getRuntime().halt(1);
    }
  }
}
