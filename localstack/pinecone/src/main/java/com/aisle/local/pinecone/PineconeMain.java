package com.aisle.local.pinecone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the stand-in from the command line and runs until it is stopped. */
@Command(
    name = "pinecone",
    mixinStandardHelpOptions = true,
    description = "A stand-in for Pinecone on this machine.")
public final class PineconeMain implements Callable<Integer> {

  @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on.")
  private String host = "";

  @Option(names = "--port", required = true, description = "Port; 0 for any free one.")
  private int port;

  @Option(names = "--data", required = true, description = "Folder that keeps the indexes.")
  private Path data = Path.of("");

  @Option(
      names = "--visibility-delay",
      defaultValue = "0ms",
      description = "How long a write stays invisible: 200ms, 3s.")
  private Duration visibilityDelay = Duration.ZERO;

  @Option(
      names = "--fail-rate",
      defaultValue = "0",
      description = "Share of data calls that fail, from 0 to 1.")
  private double failRate;

  @Option(
      names = "--latency",
      defaultValue = "0ms",
      description = "How long every data call is held back: 200ms, 3s.")
  private Duration latency = Duration.ZERO;

  /** Exit code 2 and one line on standard error when the options or the folder are no good. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new PineconeMain())
            .registerConverter(Duration.class, PineconeMain::duration)
            .execute(arguments));
  }

  // A field, as java.util.logging forgets the settings of a logger that nobody holds.
  private static final Logger CHANNELS = Logger.getLogger("io.netty.bootstrap.ServerBootstrap");

  @Override
  public Integer call() throws InterruptedException {
    // gRPC sets an option of sockets on its in-process channels, and Netty warns each time.
    CHANNELS.setLevel(Level.SEVERE);
    PineconeServer server;
    try {
      server =
          PineconeServer.start(
              new PineconeOptions(host, port, data, visibilityDelay, failRate, latency));
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("pinecone: " + e.getMessage());
      return 2;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "pinecone-shutdown"));
    System.out.printf("pinecone: listening on http://%s:%d%n", host, server.port());
    new CountDownLatch(1).await();
    return 0;
  }

  private static Duration duration(String text) {
    String number = text.replaceFirst("(ms|s)$", "");
    try {
      long amount = Long.parseLong(number);
      return text.endsWith("s") && !text.endsWith("ms")
          ? Duration.ofSeconds(amount)
          : Duration.ofMillis(amount);
    } catch (NumberFormatException e) {
      throw new CommandLine.TypeConversionException(
          "'%s' is no duration: write 200ms or 3s".formatted(text));
    }
  }
}
