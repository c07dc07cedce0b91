package com.aisle.local.launcher.parts;

import com.aisle.local.launcher.Home;
import com.aisle.local.launcher.Resources;
import com.aisle.local.launcher.fetch.Servers;
import com.aisle.local.launcher.process.Health;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * MiniStack with our corrections: S3, SQS, EventBridge, Lambda's control plane, CloudFormation and
 * the rest. Objects are on disk at once, everything else is written when it stops.
 */
public final class AwsPart {
  /** Name of the part. */
  public static final String NAME = "aws";

  private AwsPart() {}

  /**
   * The endpoint on {@code port}.
   *
   * @param functionHost where it invokes functions
   * @param correctionsOff numbers of corrections in local_aws.py to leave out
   */
  public static Part create(
      Home home, Servers servers, int port, URI functionHost, Set<Integer> correctionsOff) {
    Path state = home.data(NAME);
    Map<String, String> environment = new HashMap<>();
    environment.put("BIND_HOST", "127.0.0.1");
    environment.put("MINISTACK_HOST", "localhost");
    environment.put("GATEWAY_PORT", Integer.toString(port));
    // Two listeners that nobody here uses.
    environment.put("SFTP_ENABLED", "0");
    environment.put("IOT_MTLS_ENABLED", "0");
    environment.put("PERSIST_STATE", "1");
    environment.put("STATE_DIR", state.resolve("state").toString());
    environment.put("S3_PERSIST", "1");
    environment.put("S3_DATA_DIR", state.resolve("s3").toString());
    environment.put("TMPDIR", state.toString());
    environment.put("LOG_LEVEL", "WARNING");
    environment.put("LAMBDA_HOST_URL", functionHost.toString());
    environment.put(
        "AISLE_CORRECTIONS_OFF",
        correctionsOff.stream().map(String::valueOf).collect(Collectors.joining(",")));
    return new Part(
        NAME,
        port,
        () -> command(home, servers),
        environment,
        Health.http(port, "/_ministack/health"));
  }

  private static List<String> command(Home home, Servers servers) {
    try {
      Path script =
          Files.writeString(
              home.run().resolve("local_aws.py"), Resources.text("python/local_aws.py"));
      return List.of(servers.ministackPython().toString(), script.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
