package com.aisle.local.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.local.launcher.Home;
import com.aisle.local.launcher.Progress;
import com.aisle.local.launcher.fetch.Cache;
import com.aisle.local.launcher.fetch.Servers;
import com.aisle.local.launcher.process.Child;
import com.aisle.local.launcher.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValkeyPartTest {
  @Test
  void values_surviveKill(@TempDir Path folder) throws Exception {
    Home home = new Home(folder);
    Servers servers = new Servers(Cache.ofUser(System.getenv()), Progress.console());
    Part valkey = ValkeyPart.create(home, servers, Ports.free());
    Child first = valkey.start(home);
    assertThat(ask(valkey.port(), "PING")).isEqualTo("+PONG");
    assertThat(ask(valkey.port(), "SET cup tea")).isEqualTo("+OK");
    // The append-only file is forced to disk once a second; the kernel has the write already, which
    // a kill leaves alone.
    first.kill();
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !valkey.health().healthy());

    Child second = valkey.start(home);

    assertThat(ask(valkey.port(), "GET cup")).isEqualTo("tea");
    second.stop();
    assertThat(valkey.health().healthy()).isFalse();
  }

  /** The last line of the answer to {@code command} in the Redis protocol. */
  private static String ask(int port, String command) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = "AUTH %s\r\n%s\r\nQUIT\r\n".formatted(ValkeyPart.PASSWORD, command);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      String[] lines = answer.split("\r\n");
      // The first line answers AUTH, the last QUIT.
      return lines[lines.length - 2];
    }
  }
}
