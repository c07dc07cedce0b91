package com.aisle.local.host;

import com.aisle.local.host.endpoint.AwsEndpoint;
import com.aisle.local.host.function.HostSettings;
import com.aisle.local.host.gateway.Gateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Runs the deployed functions and serves the deployed HTTP API until it is stopped. Prints one line
 * when both ports answer. Exit code 2 with one line when it cannot start.
 */
@Command(
    name = "host",
    description = "Runs deployed functions and serves the deployed HTTP API.",
    mixinStandardHelpOptions = true)
public final class HostMain implements Callable<Integer> {
  private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration SUPERSEDED_IDLE = Duration.ofSeconds(10);
  private static final Duration GATEWAY_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration WHILE_DEBUGGING = Duration.ofDays(1);

  @Mixin private final HostOptions options = new HostOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  private HostMain() {}

  /** Starts the host; see {@code --help}. */
  public static void main(String[] arguments) {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %5$s%6$s%n");
    System.exit(new CommandLine(new HostMain()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      start();
    } catch (IOException e) {
      spec.commandLine().getErr().println("The function host cannot start: " + e.getMessage());
      return 2;
    }
    new CountDownLatch(1).await(); // until the process is stopped
    return 0;
  }

  private void start() throws IOException {
    HostSettings settings = settings();
    AwsEndpoint endpoint = new AwsEndpoint(options.endpoint);
    FunctionHost host = new FunctionHost(options.port, settings, endpoint);
    Gateway gateway =
        new Gateway(
            options.gatewayPort,
            options.apiId,
            endpoint,
            host.functions(),
            options.debug.isEmpty() ? GATEWAY_TIMEOUT : WHILE_DEBUGGING,
            Clock.systemUTC(),
            options.console);
    host.onReload(gateway::reload);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(gateway, host)));
    System.out.println(
        "host on 127.0.0.1:" + host.port() + ", gateway on 127.0.0.1:" + gateway.port());
  }

  private HostSettings settings() throws IOException {
    if (!Files.isExecutable(options.java.resolve("bin/java"))) {
      throw new ParameterException(spec.commandLine(), "--java: no bin/java in " + options.java);
    }
    if (options.maxProcesses < 1) {
      throw new ParameterException(
          spec.commandLine(), "--max-processes: at least 1, but got " + options.maxProcesses);
    }
    return new HostSettings(
        options.endpoint,
        options.java,
        options.cache,
        options.logs,
        options.maxProcesses,
        options.debug,
        START_TIMEOUT,
        PATIENCE,
        SUPERSEDED_IDLE);
  }

  private static void stop(Gateway gateway, FunctionHost host) {
    gateway.close();
    try {
      host.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
