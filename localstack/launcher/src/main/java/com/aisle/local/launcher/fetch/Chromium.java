package com.aisle.local.launcher.fetch;

import com.aisle.local.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The browser that the console's tests drive. {@code localstack/find-chromium.sh} knows where it
 * may be and how it is installed; the tests ask the same script.
 */
public final class Chromium {
  private final Path script;

  /**
   * @param checkout where the sources are
   */
  public Chromium(Path checkout) {
    script = checkout.resolve("localstack/find-chromium.sh");
  }

  public boolean isThere() {
    try {
      return new ProcessBuilder("sh", script.toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Installs it where it is missing, which takes a minute or two.
   *
   * @throws LauncherException with what to install by hand, where this user may not
   */
  public void install() {
    try {
      Tool.run("installing Chromium", List.of("sh", script.toString(), "--install"));
    } catch (IOException e) {
      throw new LauncherException("cannot run " + script + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted while installing Chromium");
    }
  }
}
