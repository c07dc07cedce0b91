package com.aisle.local.launcher.parts;

import com.aisle.local.launcher.Home;
import com.aisle.local.launcher.clickhouse.ClickHouseMain;
import com.aisle.local.launcher.process.Health;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** ClickHouse, for the warehouse. */
public final class ClickHousePart {
  /** Name of the part. */
  public static final String NAME = "clickhouse";

  /** The application's user. */
  public static final String USER = "aisle";

  /** That user's password. */
  public static final String PASSWORD = "local";

  private ClickHousePart() {}

  /** ClickHouse on {@code port}; {@code library} fetches the engine. */
  public static Part create(Home home, Supplier<Path> library, int port) {
    return new Part(
        NAME,
        port,
        () -> command(library.get(), home.data(NAME), port),
        Map.of(),
        Health.http(port, "/ping"));
  }

  private static List<String> command(Path library, Path data, int port) {
    return JavaPrograms.command(
        List.of(
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED"),
        ownClasses(),
        ClickHouseMain.class.getName(),
        List.of(library.toString(), data.toString(), Integer.toString(port), USER, PASSWORD));
  }

  /** This module's classes are all that it needs, whatever else is on the class path. */
  private static String ownClasses() {
    try {
      return Path.of(
              ClickHouseMain.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
