package com.aisle.local.pinecone;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a stand-in is started.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param data the folder that keeps the indexes, made when absent
 * @param visibilityDelay how long a write stays invisible to reads
 * @param failRate the share of data calls that fail with UNAVAILABLE, in [0, 1]
 * @param latency how long every data call is held back
 */
public record PineconeOptions(
    String host, int port, Path data, Duration visibilityDelay, double failRate, Duration latency) {

  /** A well-behaved stand-in on any free port of the loopback address. */
  public static PineconeOptions in(Path data) {
    return new PineconeOptions("127.0.0.1", 0, data, Duration.ZERO, 0, Duration.ZERO);
  }

  /** The same on this port. */
  public PineconeOptions withPort(int newPort) {
    return new PineconeOptions(host, newPort, data, visibilityDelay, failRate, latency);
  }
}
