package com.aisle.local.launcher.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./aisle eval}. */
@Command(name = "eval", description = "Measures relevance: icecat. More: ./aisle eval NAME --help")
final class EvalCommand implements Callable<Integer> {
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
    return Benchmarks.run("eval", arguments());
  }

  private List<String> arguments() {
    List<String> all = new ArrayList<>(spec.commandLine().getParseResult().originalArgs());
    all.remove(0);
    return all;
  }
}
