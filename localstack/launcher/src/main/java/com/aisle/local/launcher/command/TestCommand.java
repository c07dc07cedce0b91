package com.aisle.local.launcher.command;

import com.aisle.local.launcher.fetch.Chromium;
import com.aisle.local.launcher.fetch.LintTools;
import com.aisle.local.launcher.fetch.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./aisle test}. */
@Command(
    name = "test",
    description =
        "Runs all tests. A running demo is not disturbed: they have ports and a folder of their own.",
    mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "MAVEN",
      arity = "0..*",
      description = "More arguments for Maven, after --.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Workspace workspace = Workspace.current();
    Servers servers = new Servers(workspace.options().cache(), workspace.progress());
    servers.ministackPython();
    LintTools linters = new LintTools(workspace.options().cache(), workspace.progress());
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> fetched = executor.submit(() -> fetchRest(servers));
      // Installing the linters takes minutes: it goes on beside the build, and the test that needs
      // them waits for it.
      Future<?> installed = executor.submit(linters::install);
      Future<?> browser = executor.submit(new Chromium(workspace.checkout())::install);
      int status = maven(workspace, linters.folder());
      fetched.get();
      installed.get();
      browser.get();
      return status;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
  }

  private static void fetchRest(Servers servers) {
    servers.valkeyServer();
    if (Servers.hasClickHouse()) {
      servers.clickHouseLibrary();
    }
  }

  private int maven(Workspace workspace, Path linters) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("mvn", "-B", "-ntp"));
    command.addAll(arguments.isEmpty() ? List.of("verify") : arguments);
    ProcessBuilder maven =
        new ProcessBuilder(command).directory(workspace.checkout().toFile()).inheritIO();
    Map<String, String> environment = maven.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("AISLE_LINT_HOME", linters.toString());
    // A test must not meet the running demo by way of the caller's settings.
    environment
        .keySet()
        .removeAll(List.of("AISLE_HOME", "AISLE_PORT", "AISLE_AWS_PORT", "AWS_ENDPOINT_URL"));
    return maven.start().waitFor();
  }
}
