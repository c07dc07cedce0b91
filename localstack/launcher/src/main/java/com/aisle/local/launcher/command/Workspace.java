package com.aisle.local.launcher.command;

import com.aisle.local.launcher.Home;
import com.aisle.local.launcher.LocalCloudOptions;
import com.aisle.local.launcher.Progress;
import java.nio.file.Path;
import java.util.Map;

/** The checkout that the shim {@code ./aisle} lies in, and what the environment says. */
record Workspace(Path checkout, LocalCloudOptions options, Progress progress) {
  /** Set by the shim. */
  private static final String CHECKOUT = "aisle.checkout";

  static Workspace current() {
    Path checkout = Path.of(System.getProperty(CHECKOUT, ".")).toAbsolutePath().normalize();
    Progress progress = Progress.console();
    Map<String, String> environment = System.getenv();
    return new Workspace(
        checkout, LocalCloudOptions.fromEnvironment(checkout, environment, progress), progress);
  }

  Home home() {
    return options.home();
  }

  RunningCloud cloud() {
    return new RunningCloud(home());
  }
}
