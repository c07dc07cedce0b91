package com.aisle.local.launcher;

import com.aisle.local.launcher.fetch.Cache;
import com.aisle.local.launcher.fetch.Servers;
import com.aisle.local.launcher.parts.AwsPart;
import com.aisle.local.launcher.parts.Part;
import com.aisle.local.launcher.process.Child;
import com.aisle.local.launcher.process.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;

/**
 * The AWS endpoint alone, for tests of adapters. It listens on a free loopback port, takes any
 * credentials, and ends with this JVM at the latest.
 */
public final class AwsEndpoint implements AutoCloseable {
  private static final URI NO_HOST = URI.create("http://127.0.0.1:1/invoke");

  private final Home home;
  private final Part part;
  private Child child;

  private AwsEndpoint(Home home, Part part) {
    this.home = home;
    this.part = part;
    this.child = part.start(home);
  }

  /** An endpoint that keeps its state in {@code folder}; it cannot invoke functions. */
  public static AwsEndpoint start(Path folder) {
    return start(folder, NO_HOST, Set.of());
  }

  /**
   * An endpoint that invokes functions at {@code functionHost}, without the corrections of the
   * given numbers (see local_aws.py).
   */
  public static AwsEndpoint start(Path folder, URI functionHost, Set<Integer> correctionsOff) {
    Home home = new Home(folder);
    Servers servers = new Servers(Cache.ofUser(System.getenv()), Progress.console());
    return new AwsEndpoint(
        home, AwsPart.create(home, servers, Ports.free(), functionHost, correctionsOff));
  }

  /** Its address, for {@code AWS_ENDPOINT_URL} or {@code endpointOverride}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + part.port());
  }

  /** Kills it as {@code kill -9} does: of its state only the objects in S3 are on disk. */
  public void kill() {
    child.kill();
  }

  /** Starts it again on the same port after {@link #kill} or {@link #close}. */
  public void restart() {
    child = part.start(home);
  }

  @Override
  public void close() {
    child.stop();
  }
}
