package com.aisle.local.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The memory that a process occupies, by {@code ps}, which Linux and macOS have. */
public final class ResidentMemory {
  private ResidentMemory() {}

  /** Bytes of the process {@code pid}; 0 if there is none. */
  public static long ofProcess(long pid) {
    if (pid <= 0) {
      return 0;
    }
    try {
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      String text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return text.isEmpty() ? 0 : Long.parseLong(text) * 1024;
    } catch (IOException e) {
      return 0;
    }
  }
}
