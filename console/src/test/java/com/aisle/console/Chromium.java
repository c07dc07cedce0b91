package com.aisle.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The browser of this machine and the driver that belongs to it; installs them if it may. */
record Chromium(Path browser, Path driver) {

  /**
   * @throws IllegalStateException with what to install, if there is none and it cannot be installed
   */
  static Chromium find() {
    Path script = Checkout.root().resolve("localstack/find-chromium.sh");
    try {
      Process process =
          new ProcessBuilder("sh", script.toString(), "--install")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            "no Chromium: see the message of localstack/find-chromium.sh above");
      }
      List<String> paths = printed.lines().toList();
      return new Chromium(Path.of(paths.get(0)), Path.of(paths.get(1)));
    } catch (IOException e) {
      throw new IllegalStateException("cannot run " + script, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking for Chromium", e);
    }
  }
}
