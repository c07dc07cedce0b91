package com.aisle.local.launcher;

import com.aisle.local.launcher.fetch.Cache;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a local cloud is made of.
 *
 * @param checkout root of the sources: template.yaml and the built modules are found from here
 * @param home where its state is
 * @param cache where fetched servers are
 * @param awsPort port of the AWS endpoint; 0 for a free one, which is then kept
 * @param gatewayPort port of the HTTP API; 0 for a free one, which is then kept
 * @param pineconeFaults options of the Pinecone stand-in, such as {@code --visibility-delay}
 * @param debug functions that a debugger may attach to, empty for none
 * @param warehouse whether ClickHouse and Valkey start too
 * @param progress where it tells what it does
 */
public record LocalCloudOptions(
    Path checkout,
    Home home,
    Cache cache,
    int awsPort,
    int gatewayPort,
    List<String> pineconeFaults,
    String debug,
    boolean warehouse,
    Progress progress) {

  /**
   * For the person at the keyboard: {@code AISLE_HOME} (default .local of the checkout), {@code
   * AISLE_PORT} (8080), {@code AISLE_AWS_PORT} (4566), {@code AISLE_DEBUG} (names of functions).
   */
  public static LocalCloudOptions fromEnvironment(
      Path checkout, Map<String, String> environment, Progress progress) {
    return new LocalCloudOptions(
        checkout.toAbsolutePath().normalize(),
        new Home(checkout.resolve(environment.getOrDefault("AISLE_HOME", ".local"))),
        Cache.ofUser(environment),
        port(environment, "AISLE_AWS_PORT", 4566),
        port(environment, "AISLE_PORT", 8080),
        List.of(),
        environment.getOrDefault("AISLE_DEBUG", ""),
        true,
        progress);
  }

  /** For tests: free ports, so that it disturbs nobody. */
  public static LocalCloudOptions forTests(Path checkout, Path home) {
    return new LocalCloudOptions(
        checkout.toAbsolutePath().normalize(),
        new Home(home),
        Cache.ofUser(System.getenv()),
        0,
        0,
        List.of(),
        System.getenv().getOrDefault("AISLE_DEBUG", ""),
        true,
        Progress.console());
  }

  /** The same with other options of the Pinecone stand-in. */
  public LocalCloudOptions withPineconeFaults(List<String> faults) {
    return new LocalCloudOptions(
        checkout,
        home,
        cache,
        awsPort,
        gatewayPort,
        List.copyOf(faults),
        debug,
        warehouse,
        progress);
  }

  /** The same with or without ClickHouse and Valkey. */
  public LocalCloudOptions withWarehouse(boolean wanted) {
    return new LocalCloudOptions(
        checkout, home, cache, awsPort, gatewayPort, pineconeFaults, debug, wanted, progress);
  }

  private static int port(Map<String, String> environment, String name, int standard) {
    String text = environment.getOrDefault(name, "");
    try {
      return text.isBlank() ? standard : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new LauncherException(
          "%s=%s is no port number. Set it to a number, for example %d."
              .formatted(name, text, standard),
          e);
    }
  }
}
