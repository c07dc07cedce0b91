package com.aisle.local.launcher.parts;

import com.aisle.local.launcher.Home;
import com.aisle.local.launcher.process.Health;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The function host with the gateway. */
public final class HostPart {
  /** Name of the part. */
  public static final String NAME = "host";

  private HostPart() {}

  /**
   * The host of the checkout.
   *
   * @param endpoint the AWS endpoint that says what is deployed
   * @param cache folder for unpacked packages
   * @param port of the host itself; the gateway has one of its own
   * @param debug functions that wait for a debugger, empty for none
   */
  public static Part create(
      Home home, Path checkout, URI endpoint, Path cache, int port, int gatewayPort, String debug) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--endpoint", endpoint.toString(),
                "--port", Integer.toString(port),
                "--gateway-port", Integer.toString(gatewayPort),
                "--cache", cache.toString(),
                "--logs", home.logs().toString(),
                "--console", checkout.resolve("console").toString(),
                "--java", System.getProperty("java.home")));
    if (!debug.isBlank()) {
      arguments.addAll(List.of("--debug", debug));
    }
    return new Part(
        NAME,
        port,
        () ->
            JavaPrograms.module(
                checkout.resolve("localstack/host"),
                List.of("-Xmx256m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"),
                "com.aisle.local.host.HostMain",
                arguments),
        Map.of(),
        Health.http(port, "/status"));
  }
}
