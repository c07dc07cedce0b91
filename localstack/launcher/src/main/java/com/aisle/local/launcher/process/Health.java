package com.aisle.local.launcher.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks a server in its own protocol whether it works. Never throws; answers within a second or so.
 */
@FunctionalInterface
public interface Health {
  /** Whether the server answers now. */
  boolean healthy();

  /** {@code GET path} on the loopback port answers with status 200. */
  static Health http(int port, String path) {
    String request =
        "GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".formatted(path);
    return () -> {
      String answer = exchange(port, request, "\r\n");
      return answer.startsWith("HTTP/1.") && answer.contains(" 200");
    };
  }

  /** {@code PING} on the loopback port answers {@code PONG} in the Redis protocol. */
  static Health redis(int port, String password) {
    return () ->
        exchange(port, "AUTH %s\r\nPING\r\n".formatted(password), "+PONG").contains("+PONG");
  }

  /**
   * Sends {@code request} and reads until {@code end} is seen, the peer closes or a second has
   * passed.
   */
  private static String exchange(int port, String request, String end) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      socket.setSoTimeout(1000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      byte[] buffer = new byte[512];
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        answer.write(buffer, 0, read);
        if (answer.toString(StandardCharsets.US_ASCII).contains(end)) {
          break;
        }
      }
      return answer.toString(StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return "";
    }
  }
}
