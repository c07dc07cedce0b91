package com.aisle.local.launcher.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands a name and its arguments over to the module of benchmarks and evaluations. */
abstract class MeasuringCommand implements Callable<Integer> {
  @Option(
      names = {"-h", "--help"},
      description = "Shows this, or with NAME the options of that one.")
  private boolean help;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "What to measure, and its arguments.")
  private List<String> names = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (names.isEmpty()) {
      spec.commandLine().usage(System.out);
      return help ? 0 : Main.CANNOT;
    }
    return Benchmarks.run(spec.name(), arguments());
  }

  private List<String> arguments() {
    List<String> all = new ArrayList<>(spec.commandLine().getParseResult().originalArgs());
    all.remove(0);
    return all;
  }
}
