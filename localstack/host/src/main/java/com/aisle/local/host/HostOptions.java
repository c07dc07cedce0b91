package com.aisle.local.host;

import com.aisle.local.host.function.DebugTarget;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The command line of the host. */
final class HostOptions {
  @Option(names = "--endpoint", description = "The AWS endpoint (default: ${DEFAULT-VALUE}).")
  URI endpoint = URI.create("http://127.0.0.1:4566");

  @Option(
      names = "--port",
      description =
          "Port for /invoke, /status and the Lambda Runtime API; 0: any free one (default: ${DEFAULT-VALUE}).")
  int port = 20100;

  @Option(
      names = "--gateway-port",
      description = "Port for the HTTP API; 0: any free one (default: ${DEFAULT-VALUE}).")
  int gatewayPort = 8080;

  @Option(
      names = "--cache",
      description = "Folder of unpacked packages (default: ${DEFAULT-VALUE}).")
  Path cache = Path.of(".local/cache/functions");

  @Option(
      names = "--logs",
      description = "Folder for one NAME.log for each function (default: ${DEFAULT-VALUE}).")
  Path logs = Path.of(".local/log");

  @Option(
      names = "--console",
      description = "Folder of the pages at /console/; may be missing (default: ${DEFAULT-VALUE}).")
  Path console = Path.of("console");

  @Option(
      names = "--max-processes",
      description = "Most processes of one function version (default: ${DEFAULT-VALUE}).")
  int maxProcesses = 2;

  @Option(names = "--api-id", description = "Id of the HTTP API (default: ${DEFAULT-VALUE}).")
  String apiId = "a15e0001";

  @Option(
      names = "--java",
      description = "Home of the JDK 25 that runs the functions (default: this one).")
  Path java = Path.of(System.getProperty("java.home"));

  @Option(
      names = "--debug",
      paramLabel = "FUNCTION[=PORT]",
      split = ",",
      converter = DebugTargetConverter.class,
      defaultValue = "${env:AISLE_DEBUG}",
      description =
          "Let a debugger attach to the function whose name contains FUNCTION (port 5005 if none is given); also AISLE_DEBUG.")
  List<DebugTarget> debug = new ArrayList<>();
}
