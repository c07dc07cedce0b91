package com.aisle.benchmarks;

import com.aisle.benchmarks.analytics.AnalyticsCommand;
import com.aisle.benchmarks.freshness.FreshnessCommand;
import com.aisle.benchmarks.ingest.IngestCommand;
import com.aisle.benchmarks.ingest.LossCommand;
import com.aisle.benchmarks.ingest.VisibleCommand;
import com.aisle.benchmarks.relevance.IcecatCommand;
import com.aisle.benchmarks.search.SearchCommand;
import com.aisle.benchmarks.setup.BenchmarkException;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Starts {@code bench search}, {@code bench freshness}, {@code bench analytics} or {@code eval
 * icecat}.
 */
@Command(
    name = "aisle",
    description = "Measures a running Aisle.",
    mixinStandardHelpOptions = true,
    subcommands = {BenchmarksMain.Bench.class, BenchmarksMain.Eval.class})
public final class BenchmarksMain {

  @Command(
      name = "bench",
      description = "Measures speed.",
      mixinStandardHelpOptions = true,
      subcommands = {
        SearchCommand.class,
        FreshnessCommand.class,
        AnalyticsCommand.class,
        IngestCommand.class,
        LossCommand.class,
        VisibleCommand.class
      })
  static final class Bench {}

  @Command(
      name = "eval",
      description = "Measures relevance.",
      mixinStandardHelpOptions = true,
      subcommands = IcecatCommand.class)
  static final class Eval {}

  private BenchmarksMain() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** 0 when it has measured, 1 when Aisle failed meanwhile, 2 when something was missing before. */
  static int run(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    return new CommandLine(new BenchmarksMain())
        .setExecutionExceptionHandler(
            (exception, commandLine, parsed) -> {
              if (exception instanceof BenchmarkException) {
                commandLine.getErr().println(exception.getMessage());
                return 2;
              }
              if (exception instanceof IOException) {
                commandLine.getErr().println("Aisle stopped answering: " + exception);
                return 1;
              }
              throw exception;
            });
  }
}
