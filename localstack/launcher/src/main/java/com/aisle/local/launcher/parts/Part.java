package com.aisle.local.launcher.parts;

import com.aisle.local.launcher.Home;
import com.aisle.local.launcher.process.Child;
import com.aisle.local.launcher.process.Health;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One server of the local cloud.
 *
 * @param name short name: of its log, its pid file and in every command
 * @param port loopback port that it listens on
 * @param command what starts it; fetches first what is not in the cache yet
 * @param environment variables besides the launcher's own
 * @param health how it shows that it works
 */
public record Part(
    String name,
    int port,
    Supplier<List<String>> command,
    Map<String, String> environment,
    Health health) {

  /** Starts it and returns once it is healthy. */
  public Child start(Home home) {
    Child child = launch(home);
    child.awaitHealthy(health);
    return child;
  }

  /** Starts it and returns at once. */
  public Child launch(Home home) {
    return Child.start(
        name, command.get(), environment, home.log(name), home.run().resolve(name + ".pid"));
  }
}
