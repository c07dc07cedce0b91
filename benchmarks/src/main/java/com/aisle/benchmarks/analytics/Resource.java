package com.aisle.benchmarks.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The statements and settings beside these classes. */
final class Resource {
  private Resource() {}

  /** The statement in {@code name.sql}. */
  static String sql(String name) {
    return read(name + ".sql").strip();
  }

  /** The text of a resource. */
  static String read(String name) {
    try (InputStream in = Resource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
