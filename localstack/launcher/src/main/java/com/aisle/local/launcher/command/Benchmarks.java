package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.StaffToken;
import com.aisle.local.launcher.build.Builder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the module of benchmarks and evaluations against the running cloud. */
final class Benchmarks {
  /** Benchmarks that start what they measure. */
  private static final Set<String> WITHOUT_CLOUD = Set.of("analytics");

  private Benchmarks() {}

  /** Exit code of {@code BenchmarksMain KIND ARGUMENTS}. */
  static int run(String kind, List<String> arguments) throws IOException, InterruptedException {
    Workspace workspace = Workspace.current();
    boolean alone = !arguments.isEmpty() && WITHOUT_CLOUD.contains(arguments.getFirst());
    Map<String, String> addresses = alone ? Map.of() : addresses(Cloud.up(workspace));
    new Builder(workspace.checkout(), workspace.progress()).buildBenchmarks();
    Path target = workspace.checkout().resolve("benchmarks/target");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            target.resolve("classes") + ":" + target.resolve("lib/*"),
            "com.aisle.benchmarks.BenchmarksMain",
            kind));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(addresses);
    builder.environment().put("AISLE_HOME", workspace.home().folder().toString());
    return builder.start().waitFor();
  }

  private static Map<String, String> addresses(CloudState state) {
    return Map.of(
        "AISLE_URL", state.addresses().gateway().toString(),
        "AISLE_AWS_URL", state.addresses().aws().toString(),
        "AISLE_HOST_URL", state.addresses().host().toString(),
        "AISLE_BUS", state.outputs().getOrDefault("BusName", ""),
        "AISLE_STAFF_TOKEN", StaffToken.read(state.addresses().aws(), state.outputs()).orElse(""));
  }
}
