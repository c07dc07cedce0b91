package com.aisle.local.launcher.deploy;

import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.Progress;
import com.aisle.local.launcher.parts.JavaPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Brings a warehouse to the checkout's schema, by the program that the checkout was built into. */
public final class Schema {
  private static final String PROGRAM = "com.aisle.warehouse.MigrateMain";

  private final Path checkout;
  private final Progress progress;

  /** A warehouse: address, who may change it, and the database, which is made if need be. */
  public record Target(String url, String user, String password, String database) {}

  public Schema(Path checkout, Progress progress) {
    this.checkout = checkout;
    this.progress = progress;
  }

  /** Applies what the warehouse lacks; throws with the reason when that is not possible. */
  public void migrate(Target target) {
    List<String> command =
        JavaPrograms.module(
            checkout.resolve("shared/warehouse"),
            List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dslf4j.internal.verbosity=ERROR"),
            PROGRAM,
            List.of());
    ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
    program
        .environment()
        .putAll(
            Map.of(
                "AISLE_CLICKHOUSE_URL", target.url(),
                "AISLE_CLICKHOUSE_USER", target.user(),
                "AISLE_CLICKHOUSE_PASSWORD", target.password(),
                "AISLE_CLICKHOUSE_DATABASE", target.database()));
    run(program);
  }

  private void run(ProcessBuilder program) {
    try {
      Process process = program.start();
      process.getOutputStream().close();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new LauncherException("the warehouse could not be migrated:\n" + said);
      }
      progress.report("migrate", said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted while migrating the warehouse", e);
    }
  }

  /** The files that make the schema. */
  public List<Path> files() {
    try (Stream<Path> files = Files.list(checkout.resolve("infra/clickhouse"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
