package com.aisle.local.launcher.command;

import com.aisle.local.launcher.Home;
import com.aisle.local.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./aisle logs}. */
@Command(
    name = "logs",
    description = "Prints the log of a part or a function.",
    mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
  private static final long SHOWN_BYTES = 20_000;

  @Parameters(
      paramLabel = "PART",
      description = "launcher, aws, host, pinecone, clickhouse, valkey, or a function's name.")
  private String part = "";

  @Option(
      names = {"-f", "--follow"},
      description = "Goes on printing until Ctrl-C.")
  private boolean follow;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path log = find(Workspace.current().home());
    long position = Math.max(0, Files.size(log) - SHOWN_BYTES);
    CountDownLatch never = new CountDownLatch(1);
    do {
      byte[] text = LogFile.readFrom(log, position);
      System.out.write(text, 0, text.length);
      System.out.flush();
      position += text.length;
    } while (follow && !never.await(200, TimeUnit.MILLISECONDS));
    return 0;
  }

  private Path find(Home home) throws IOException {
    List<Path> logs;
    try (Stream<Path> files = Files.list(home.logs())) {
      logs = files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    }
    return logs.stream()
        .filter(log -> name(log).equals(part) || name(log).endsWith("-" + part))
        .findFirst()
        .orElseThrow(
            () ->
                new LauncherException(
                    "there is no log of %s; there are: %s"
                        .formatted(
                            part,
                            logs.stream()
                                .map(LogsCommand::name)
                                .collect(Collectors.joining(", ")))));
  }

  private static String name(Path log) {
    return log.getFileName().toString().replaceFirst("\\.log$", "");
  }
}
