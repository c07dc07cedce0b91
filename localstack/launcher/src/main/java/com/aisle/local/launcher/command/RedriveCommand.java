package com.aisle.local.launcher.command;

import com.aisle.local.launcher.AwsClients;
import com.aisle.local.launcher.redrive.Redrive;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@code ./aisle redrive}. */
@Command(
    name = "redrive",
    description =
        "Moves dead letters back to their queue; prints id, age and reason of each. Those that cannot be sent stay.",
    mixinStandardHelpOptions = true)
final class RedriveCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "QUEUE",
      description = "Not that of the dead letters: warehouse, product-changes, catalog-writes, …")
  private String queue = "";

  @Option(names = "--dry-run", description = "Only shows what would be moved.")
  private boolean dryRun;

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  private int most = 10_000;

  @Override
  public Integer call() {
    URI aws = Workspace.current().cloud().require().addresses().aws();
    try (SqsClient sqs = AwsClients.client(SqsClient.builder(), aws)) {
      Redrive.Result result =
          new Redrive(sqs, Clock.systemUTC(), System.out::println).run(queue, dryRun, most);
      System.out.printf(
          "%s %d, kept %d%n", dryRun ? "would move" : "moved", result.moved(), result.kept());
      return result.kept() == 0 ? 0 : 1;
    }
  }
}
