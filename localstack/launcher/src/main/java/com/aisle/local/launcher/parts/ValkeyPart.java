package com.aisle.local.launcher.parts;

import com.aisle.local.launcher.Home;
import com.aisle.local.launcher.fetch.Servers;
import com.aisle.local.launcher.process.Health;
import java.util.List;
import java.util.Map;

/** Valkey, which speaks Redis's protocol, with an append-only file so that it survives a kill. */
public final class ValkeyPart {
  /** Name of the part. */
  public static final String NAME = "valkey";

  /** What a client authenticates with. */
  public static final String PASSWORD = "local";

  private ValkeyPart() {}

  /** Valkey on {@code port}. */
  public static Part create(Home home, Servers servers, int port) {
    return new Part(
        NAME, port, () -> command(home, servers, port), Map.of(), Health.redis(port, PASSWORD));
  }

  private static List<String> command(Home home, Servers servers, int port) {
    return List.of(
        servers.valkeyServer().toString(),
        "--port",
        Integer.toString(port),
        "--bind",
        "127.0.0.1",
        "--dir",
        home.data(NAME).toString(),
        "--requirepass",
        PASSWORD,
        "--appendonly",
        "yes",
        "--appendfsync",
        "everysec",
        "--save",
        "",
        "--maxmemory",
        "256mb",
        "--maxmemory-policy",
        "noeviction",
        "--shutdown-timeout",
        "1",
        // Otherwise it overwrites its command line, by which its left-overs are recognised.
        "--set-proc-title",
        "no");
  }
}
