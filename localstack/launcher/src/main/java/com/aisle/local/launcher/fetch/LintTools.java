package com.aisle.local.launcher.fetch;

import com.aisle.local.launcher.Progress;
import com.aisle.local.launcher.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The programs that check template.yaml, each in a Python environment of its own: SAM brings
 * another cfn-lint than the one that is wanted. They come from the pinned versions in
 * lint-requirements.
 */
public final class LintTools {
  private static final List<String> NAMES = List.of("sam", "cfn-lint", "checkov");

  private final Cache cache;
  private final Progress progress;
  private final Path folder;

  /** Tools in {@code cache}. */
  public LintTools(Cache cache, Progress progress) {
    this.cache = cache;
    this.progress = progress;
    StringBuilder all = new StringBuilder();
    NAMES.forEach(name -> all.append(requirements(name)));
    this.folder = cache.folder().resolve("lint-" + Checksum.of(all.toString()).substring(0, 16));
  }

  /**
   * The folder in which each tool is a link to its environment: {@code sam/bin/sam}, {@code
   * cfn-lint/bin/cfn-lint}…
   */
  public Path folder() {
    return folder;
  }

  /** Installs what is missing, side by side. */
  public void install() {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String name : NAMES) {
        Future<?> ignored = executor.submit(() -> install(name));
      }
    }
  }

  private void install(String name) {
    try {
      Path environment = Python.find().environment(cache, name, requirements(name), progress);
      Files.createDirectories(folder);
      Path link = folder.resolve(name);
      if (!Files.exists(link)) {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, environment);
      }
      progress.report(name, "ready");
    } catch (IOException | RuntimeException e) {
      progress.report(name, "cannot be installed: " + e.getMessage());
    }
  }

  private static String requirements(String name) {
    return Resources.text("python/%s-requirements.txt".formatted(name));
  }
}
