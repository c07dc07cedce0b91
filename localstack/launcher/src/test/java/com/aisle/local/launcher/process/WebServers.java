package com.aisle.local.launcher.process;

import com.aisle.local.launcher.Home;
import com.aisle.local.launcher.parts.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Parts for tests: the JDK's own web server, which starts fast. */
final class WebServers {
  private WebServers() {}

  static Part part(Home home, String name) {
    int port = Ports.free();
    String program = Path.of(System.getProperty("java.home"), "bin", "jwebserver").toString();
    List<String> command =
        List.of(
            program,
            "-b",
            "127.0.0.1",
            "-p",
            Integer.toString(port),
            "-d",
            home.data(name).toString());
    return new Part(name, port, () -> command, Map.of(), Health.http(port, "/"));
  }
}
