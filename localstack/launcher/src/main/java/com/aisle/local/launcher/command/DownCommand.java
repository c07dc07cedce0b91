package com.aisle.local.launcher.command;

import com.aisle.local.launcher.Progress;
import com.aisle.local.launcher.process.LeftOvers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./aisle down}. */
@Command(
    name = "down",
    description = "Stops every process that up or demo started, and only those. All data stays.",
    mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    Workspace workspace = Workspace.current();
    long start = System.nanoTime();
    boolean wasRunning = workspace.cloud().stop();
    List<String> leftOvers = LeftOvers.stop(workspace.home());
    if (!leftOvers.isEmpty()) {
      System.out.println(
          "stopped what a killed launcher had left over: " + String.join(", ", leftOvers));
    }
    System.out.println(
        wasRunning
            ? "stopped after " + Progress.seconds(Duration.ofNanos(System.nanoTime() - start))
            : "nothing was running");
    return 0;
  }
}
