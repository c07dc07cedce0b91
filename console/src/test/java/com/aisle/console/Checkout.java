package com.aisle.console;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources are. Maven runs the tests of this module in {@code console/}. */
final class Checkout {
  private Checkout() {}

  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    Path root = Files.isDirectory(here.resolve("console")) ? here : here.getParent();
    if (root == null || !Files.exists(root.resolve("localstack/find-chromium.sh"))) {
      throw new IllegalStateException("not inside a checkout of Aisle: " + here);
    }
    return root;
  }

  static Path console() {
    return root().resolve("console");
  }
}
