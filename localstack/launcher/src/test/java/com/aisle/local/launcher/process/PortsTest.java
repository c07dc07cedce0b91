package com.aisle.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.local.launcher.LauncherException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
  @Test
  void requireFree_busyPort_saysWhatToDo() throws Exception {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = busy.getLocalPort();

      assertThatThrownBy(() -> Ports.requireFree(port, "AISLE_PORT"))
          .isInstanceOf(LauncherException.class)
          .hasMessageContaining("port " + port + " is in use")
          .hasMessageContaining("AISLE_PORT=" + (port + 1));
    }
  }

  @Test
  void remembered_staysTheSameUntilItIsTaken(@TempDir Path folder) throws Exception {
    int port = Ports.remembered(folder.resolve("port"));
    assertThat(port).isBetween(20_000, 29_999);
    assertThat(Ports.remembered(folder.resolve("port"))).isEqualTo(port);

    try (ServerSocket busy = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(busy.getLocalPort()).isEqualTo(port);
      assertThat(Ports.remembered(folder.resolve("port"))).isNotEqualTo(port);
    }
  }
}
