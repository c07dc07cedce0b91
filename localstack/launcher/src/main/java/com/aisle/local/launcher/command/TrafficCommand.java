package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.traffic.TrafficRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./aisle traffic}. */
@Command(
    name = "traffic",
    description =
        "Shoppers search, look and buy in the running cloud until Ctrl-C; watch them in the console.",
    mixinStandardHelpOptions = true)
final class TrafficCommand implements Callable<Integer> {
  private static final Duration FOR_EVER = Duration.ofDays(10_000);

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Events a second (default: ${DEFAULT-VALUE}).")
  private double rate = 5;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      description = "Ends after so many minutes (default: only with Ctrl-C).")
  private double minutes;

  @Option(
      names = "--seed",
      description = "The same shoppers do the same (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws InterruptedException {
    if (!(rate >= 0.1 && rate <= 1_000) || minutes < 0) {
      throw new LauncherException(
          "--rate must be from 0.1 to 1000 events a second, --minutes not below zero");
    }
    Workspace workspace = Workspace.current();
    CloudState state = workspace.cloud().require();
    Path folder = workspace.checkout().resolve("localstack/demo");
    TrafficRun run =
        new TrafficRun(
            state.addresses().gateway(),
            state.addresses().aws(),
            state.outputs().getOrDefault("BusName", ""),
            DemoShop.read(folder).titles(),
            new WarehouseLag(state));
    Runtime.getRuntime().addShutdownHook(new Thread(run::close));
    Duration longest = minutes > 0 ? Duration.ofMillis(Math.round(minutes * 60_000)) : FOR_EVER;
    run.run(rate, seed, longest);
    return 0;
  }
}
