package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./aisle up}. */
@Command(
    name = "up",
    description =
        "Builds what is stale, starts the local cloud in the background and deploys template.yaml.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    CloudState state = Cloud.up(Workspace.current());
    System.out.println(Texts.addresses(state));
    return 0;
  }
}
