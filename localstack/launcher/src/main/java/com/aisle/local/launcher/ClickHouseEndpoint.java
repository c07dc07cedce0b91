package com.aisle.local.launcher;

import com.aisle.local.launcher.fetch.Cache;
import com.aisle.local.launcher.fetch.Servers;
import com.aisle.local.launcher.parts.ClickHousePart;
import com.aisle.local.launcher.parts.Part;
import com.aisle.local.launcher.process.Child;
import com.aisle.local.launcher.process.Ports;
import java.net.URI;
import java.nio.file.Path;

/**
 * A ClickHouse server alone, for tests. It listens on a free loopback port and ends with this JVM
 * at the latest. It starts within a second or two, so tests share one and use a database each.
 */
public final class ClickHouseEndpoint implements AutoCloseable {
  private final Home home;
  private final Part part;
  private Child child;

  private ClickHouseEndpoint(Home home, Part part) {
    this.home = home;
    this.part = part;
    this.child = part.start(home);
  }

  /** A server that keeps its data in {@code folder}. */
  public static ClickHouseEndpoint start(Path folder) {
    Home home = new Home(folder);
    Servers servers = new Servers(Cache.ofUser(System.getenv()), Progress.console());
    return new ClickHouseEndpoint(
        home, ClickHousePart.create(home, servers::clickHouseLibrary, Ports.free()));
  }

  /** Whether this machine can run one. */
  public static boolean isPossible() {
    return Servers.hasClickHouse();
  }

  /** Its address. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + part.port());
  }

  /** Who may do everything. */
  public String user() {
    return ClickHousePart.USER;
  }

  /** That user's password. */
  public String password() {
    return ClickHousePart.PASSWORD;
  }

  /** Kills it as {@code kill -9} does; what it had acknowledged is on disk. */
  public void kill() {
    child.kill();
  }

  /** Stops it in good order. */
  public void stop() {
    child.stop();
  }

  /** Starts it again on the same data and port after {@link #kill} or {@link #stop}. */
  public void restart() {
    child = part.start(home);
  }

  @Override
  public void close() {
    child.stop();
  }
}
