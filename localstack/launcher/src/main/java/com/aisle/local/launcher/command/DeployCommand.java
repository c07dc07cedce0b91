package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.build.Builder;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./aisle deploy}. */
@Command(
    name = "deploy",
    description = "Builds what is stale and deploys template.yaml into the running local cloud.",
    mixinStandardHelpOptions = true)
final class DeployCommand implements Callable<Integer> {
  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description = "A parameter of the template; may be repeated.")
  private Map<String, String> parameters = new TreeMap<>();

  @Override
  public Integer call() {
    Workspace workspace = Workspace.current();
    CloudState state = workspace.cloud().require();
    new Builder(workspace.checkout(), workspace.progress()).buildFunctions();
    Cloud.redeploy(workspace, state, parameters)
        .forEach((name, value) -> System.out.println(name + " = " + value));
    return 0;
  }
}
