package com.aisle.local.launcher.process;

import com.aisle.local.launcher.LauncherException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** Loopback ports. */
public final class Ports {
  // Below the ephemeral range: a probe of an unbound ephemeral port can connect to itself.
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 29_999;

  private Ports() {}

  /**
   * A port that nobody listens on; the same as last time, remembered in {@code file}, if that is
   * possible.
   */
  public static int remembered(Path file) {
    try {
      if (Files.exists(file)) {
        int port = Integer.parseInt(Files.readString(file).strip());
        if (isFree(port)) {
          return port;
        }
      }
      int port = free();
      Files.writeString(file, port + "\n");
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Any port between 20000 and 29999 that nobody listens on. */
  public static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
      if (isFree(port)) {
        return port;
      }
    }
  }

  /** Throws, naming the setting that chooses another port, if somebody listens on {@code port}. */
  public static void requireFree(int port, String setting) {
    if (!isFree(port)) {
      throw new LauncherException(
          "port %d is in use by another program. Stop that program, or choose another port: %s=%d ./aisle …"
              .formatted(port, setting, port + 1));
    }
  }

  /** Whether a server could listen on the loopback port now. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
