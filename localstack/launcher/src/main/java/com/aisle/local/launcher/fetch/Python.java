package com.aisle.local.launcher.fetch;

import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Python on this machine, and virtual environments made with it. */
public final class Python {
  private static final List<String> NAMES =
      List.of("python3", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10");
  private static final String MISSING =
      "Python 3.10 or newer with venv is missing. Install it (Debian: apt-get install python3 python3-venv) and run the same command again.";

  private final Path executable;
  private final String version;

  private Python(Path executable, String version) {
    this.executable = executable;
    this.version = version;
  }

  /** A Python from 3.10 on that can make virtual environments. */
  public static Python find() {
    return search().orElseThrow(() -> new LauncherException(MISSING));
  }

  /** Like {@link #find()}, empty if there is none. */
  public static Optional<Python> search() {
    for (String name : NAMES) {
      Optional<Python> found = Tool.find(name).flatMap(Python::probe);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Python> probe(Path executable) {
    try {
      String code =
          "import sys, venv, ensurepip; assert sys.version_info >= (3, 10); print('%d.%d' % sys.version_info[:2])";
      return Optional.of(
          new Python(
              executable, Tool.run("python3", List.of(executable.toString(), "-c", code)).strip()));
    } catch (IOException | LauncherException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Major and minor version, for example {@code 3.11}. */
  public String version() {
    return version;
  }

  /**
   * The folder of an environment that holds exactly {@code requirements} (the text of a
   * requirements file). It is installed once for each text and Python version.
   */
  Path environment(Cache cache, String name, String requirements, Progress progress) {
    String key = "%s-py%s-%s".formatted(name, version, Checksum.of(requirements).substring(0, 16));
    return cache.entry(key, entry -> install(entry, name, requirements, progress));
  }

  private void install(Path entry, String name, String requirements, Progress progress)
      throws IOException, InterruptedException {
    progress.report(name, "making a Python environment");
    Tool.run("python3 -m venv", List.of(executable.toString(), "-m", "venv", entry.toString()));
    Path file = Files.writeString(entry.resolve("requirements.txt"), requirements);
    List<String> command =
        new ArrayList<>(
            List.of(
                entry.resolve("bin/python").toString(),
                "-m",
                "pip",
                "install",
                "--disable-pip-version-check"));
    command.addAll(List.of("--progress-bar", "off", "-r", file.toString()));
    command.addAll(List.of("--no-deps", "--require-hashes"));
    AtomicInteger collected = new AtomicInteger();
    Tool.run(
        "pip install of " + name,
        command,
        line -> {
          if (line.startsWith("Collecting ") && collected.incrementAndGet() % 10 == 1) {
            progress.report(name, "fetching Python packages, at number " + collected.get());
          } else if (line.startsWith("Installing collected")) {
            progress.report(name, "installing " + collected.get() + " Python packages");
          }
        });
  }
}
