package com.aisle.local.launcher.command;

import com.aisle.local.launcher.AwsClients;
import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.WarehouseQueries;
import com.aisle.local.launcher.replay.Replay;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@code ./aisle replay-rejected}. */
@Command(
    name = "replay-rejected",
    description =
        "Sends refused events and orders once more, oldest first, after what made them bad was put right. What is refused again is kept again.",
    mixinStandardHelpOptions = true)
final class ReplayRejectedCommand implements Callable<Integer> {
  @Option(names = "--dry-run", description = "Only shows what would be sent.")
  private boolean dryRun;

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  private int most = 10_000;

  @Override
  public Integer call() {
    CloudState state = Workspace.current().cloud().require();
    String queue =
        Objects.requireNonNull(state.outputs().get("WarehouseQueueUrl"), "WarehouseQueueUrl");
    try (SqsClient sqs = AwsClients.client(SqsClient.builder(), state.addresses().aws())) {
      Replay.Result result =
          new Replay(
                  new WarehouseQueries(state.addresses().warehouse())::ask,
                  state.addresses().gateway(),
                  LocalHttp::send,
                  body -> sqs.sendMessage(send -> send.queueUrl(queue).messageBody(body)),
                  Clock.systemUTC(),
                  System.out::println)
              .run(dryRun, most);
      System.out.printf(
          "%s %d events of pages and %d orders and rows; refused again %d; not JSON, left alone %d%n",
          dryRun ? "would send" : "sent",
          result.events(),
          result.messages(),
          result.refusedAgain(),
          result.unreadable());
      return 0;
    }
  }
}
