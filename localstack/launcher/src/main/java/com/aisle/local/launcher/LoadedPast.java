package com.aisle.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Whether the demo's past is, or is to be, in a local cloud's warehouse: then reports say so. */
public record LoadedPast(Home home) {

  /** Notes that a past is to come; whether nothing was known of one before. */
  public boolean announce() {
    if (Files.exists(marker())) {
      return false;
    }
    note("to come");
    return true;
  }

  /** Whether just this past is in it. */
  public boolean is(String content) {
    try {
      return Files.exists(marker()) && Files.readString(marker()).equals(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes that it is in it. */
  public void note(String content) {
    try {
      Files.writeString(marker(), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The template's parameters: those of a local cloud, the one that makes every report say that it
   * shows a demo, and others, which win.
   */
  public Map<String, String> parameters(Addresses addresses, Map<String, String> others) {
    Map<String, String> parameters = new TreeMap<>(addresses.parameters());
    if (Files.exists(marker())) {
      parameters.put("Notice", "demo");
    }
    parameters.putAll(others);
    return parameters;
  }

  private Path marker() {
    return home.run().resolve("loaded-past");
  }
}
