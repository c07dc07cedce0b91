package com.aisle.local.host.function;

import com.aisle.local.host.endpoint.DeployedFunction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command line and environment of a function's process, as the managed Java 25 runtime has
 * them.
 */
final class LaunchCommand {
  private static final String RIC = "com.amazonaws.services.lambda.runtime.api.client.";
  private static final String MAIN_CLASS = RIC + "AWSLambda";

  /** What a JVM needs beside its heap, at least: classes, compiled code, threads. MiB. */
  private static final int OUTSIDE_HEAP = 160;

  private final HostSettings settings;
  private final RuntimeClient client;
  private final int port;

  LaunchCommand(HostSettings settings, RuntimeClient client, int port) {
    this.settings = settings;
    this.client = client;
    this.port = port;
  }

  /**
   * Builds the command.
   *
   * @param code the unpacked package
   * @param temp a temp folder that belongs to this process alone, as /tmp does in Lambda
   * @param stream of CloudWatch Logs
   */
  ProcessBuilder build(DeployedFunction function, String id, Path code, Path temp, String stream) {
    List<String> command = new ArrayList<>();
    command.add(settings.javaHome().resolve("bin/java").toString());
    command.addAll(virtualMachine(function));
    command.add("-Djava.io.tmpdir=" + temp);
    command.add("-D" + RIC + "runtimeapi.NativeClient.JNI=" + client.nativeLibrary());
    command.addAll(List.of("-cp", client.classPath(), MAIN_CLASS, function.handler()));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(code.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(common(function));
    environment.putAll(function.environment());
    environment.put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + port + RuntimeApi.PREFIX + id);
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", stream);
    environment.put("LAMBDA_TASK_ROOT", code.toString());
    environment.put("TMPDIR", temp.toString());
    return builder;
  }

  private List<String> virtualMachine(DeployedFunction function) {
    String own = function.environment().getOrDefault("JAVA_TOOL_OPTIONS", "");
    List<String> options =
        new ArrayList<>(List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    if (!own.contains("-Xmx") && !own.contains("MaxHeapSize") && !own.contains("MaxRAM")) {
      options.add("-Xmx" + heap(function.memoryMegabytes()) + "m");
    }
    // Lambda stops at the first compiler unless the function is restored from a snapshot, where the
    // second one pays.
    if (!function.restoredFromSnapshot() && !own.contains("Tiered")) {
      options.add("-XX:TieredStopAtLevel=1");
    }
    options.add("-Djava.net.preferIPv4Stack=true");
    options.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    settings.debugPort(function.name()).ifPresent(debugPort -> options.add(debugger(debugPort)));
    return options;
  }

  private static String debugger(int port) {
    return "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port;
  }

  /** The heap that leaves room for the rest of the process below the function's memory. MiB. */
  static int heap(int memory) {
    return Math.max(memory / 2, memory - Math.max(OUTSIDE_HEAP, memory / 4));
  }

  private Map<String, String> common(DeployedFunction function) {
    return Map.ofEntries(
        Map.entry("PATH", "/usr/local/bin:/usr/bin:/bin"),
        Map.entry("LANG", "en_US.UTF-8"),
        Map.entry("TZ", ":UTC"),
        Map.entry("AWS_REGION", function.region()),
        Map.entry("AWS_DEFAULT_REGION", function.region()),
        Map.entry("AWS_ACCESS_KEY_ID", "test"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "test"),
        Map.entry("AWS_ENDPOINT_URL", settings.endpoint().toString()),
        Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", function.name()),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", function.version()),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes())),
        Map.entry(
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            function.restoredFromSnapshot() ? "snap-start" : "on-demand"),
        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", function.logGroup()),
        Map.entry("AWS_LAMBDA_LOG_FORMAT", function.logFormat()),
        Map.entry("_HANDLER", function.handler()));
  }
}
