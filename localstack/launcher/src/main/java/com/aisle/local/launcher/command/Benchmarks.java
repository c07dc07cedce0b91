package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.build.Builder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the module of benchmarks and evaluations against the running cloud. */
final class Benchmarks {
  private Benchmarks() {}

  /** Exit code of {@code BenchmarksMain KIND ARGUMENTS}. */
  static int run(String kind, List<String> arguments) throws IOException, InterruptedException {
    Workspace workspace = Workspace.current();
    CloudState state = Cloud.up(workspace);
    new Builder(workspace.checkout(), workspace.progress()).buildBenchmarks();
    Path target = workspace.checkout().resolve("benchmarks/target");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-cp",
            target.resolve("classes") + ":" + target.resolve("lib/*"),
            "com.aisle.benchmarks.BenchmarksMain",
            kind));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    Map<String, String> environment = builder.environment();
    environment.put("AISLE_URL", state.addresses().gateway().toString());
    environment.put("AISLE_AWS_URL", state.addresses().aws().toString());
    environment.put("AISLE_HOST_URL", state.addresses().host().toString());
    environment.put("AISLE_BUS", state.outputs().getOrDefault("BusName", ""));
    return builder.start().waitFor();
  }
}
