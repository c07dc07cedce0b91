package com.aisle.local.launcher.build;

import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings the built modules up to date, with one call of Maven for all that are stale. */
public final class Builder {
  private static final Pattern BUILDING =
      Pattern.compile("\\[INFO] Building (.+?) 1\\.0.*\\[(\\d+/\\d+)]");

  private final Path checkout;
  private final Progress progress;

  /** A builder for {@code checkout}. */
  public Builder(Path checkout, Progress progress) {
    this.checkout = checkout;
    this.progress = progress;
  }

  /** The servers of the local cloud and every function's package. */
  public void buildCloud() {
    List<Module> modules = new ArrayList<>();
    modules.add(server("localstack/host"));
    modules.add(server("localstack/pinecone"));
    modules.add(migrations());
    modules.addAll(functions());
    build(modules);
  }

  /** Every function's package, and what migrates the schema before they are deployed. */
  public void buildFunctions() {
    List<Module> modules = new ArrayList<>(functions());
    modules.add(migrations());
    build(modules);
  }

  /** Where every function's package is. */
  public List<Path> packages() {
    return functions().stream()
        .map(module -> checkout.resolve(module.folder()).resolve(module.product()))
        .toList();
  }

  /** The module of benchmarks and evaluations. */
  public void buildBenchmarks() {
    build(
        List.of(
            new Module(
                "benchmarks",
                "target/lib",
                List.of(
                    "benchmarks",
                    "functions/reports",
                    "functions/rollups",
                    "infra/clickhouse",
                    "localstack/launcher",
                    "shared",
                    "pom.xml"))));
  }

  /** What migrates the warehouse's schema. */
  public void buildMigrations() {
    build(List.of(migrations()));
  }

  private static Module migrations() {
    return new Module(
        "shared/warehouse",
        "target/lib",
        List.of("shared/warehouse", "infra/clickhouse", "shared/pom.xml", "pom.xml"));
  }

  private static Module server(String folder) {
    return new Module(folder, "target/lib", List.of(folder, "localstack/pom.xml", "pom.xml"));
  }

  private List<Module> functions() {
    Path folder = checkout.resolve("functions");
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> Files.exists(child.resolve("pom.xml")))
          .map(child -> "functions/" + child.getFileName())
          .sorted()
          .map(
              name ->
                  new Module(
                      name,
                      "target/function.zip",
                      List.of(name, "shared", "functions/pom.xml", "pom.xml")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void build(List<Module> modules) {
    List<Module> stale = modules.stream().filter(module -> module.isStale(checkout)).toList();
    if (stale.isEmpty()) {
      return;
    }
    FileTime start = FileTime.from(Instant.now());
    try {
      run(stale.stream().map(Module::folder).collect(Collectors.joining(",")));
      for (Module module : stale) {
        module.markBuilt(checkout, start);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted", e);
    }
    Duration took = Duration.between(start.toInstant(), Instant.now());
    progress.report("build", "done after " + Progress.seconds(took));
  }

  private void run(String modules) throws IOException, InterruptedException {
    progress.report("build", "building " + modules);
    ProcessBuilder maven =
        new ProcessBuilder(
                "mvn",
                "-B",
                "-ntp",
                "-T1C",
                "-pl",
                modules,
                "-am",
                "package",
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true")
            .directory(checkout.toFile())
            .redirectErrorStream(true);
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = maven.start();
    process.getOutputStream().close();
    List<String> errors = new ArrayList<>();
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        Matcher building = BUILDING.matcher(line);
        if (building.find()) {
          progress.report("build", building.group(2) + "  " + building.group(1));
        } else if (line.startsWith("[ERROR]")) {
          errors.add(line);
        }
      }
    }
    if (process.waitFor() != 0) {
      String reason = errors.stream().limit(12).collect(Collectors.joining("\n"));
      throw new LauncherException(
          "the build failed. Put this right and run the same command again:\n" + reason);
    }
  }
}
