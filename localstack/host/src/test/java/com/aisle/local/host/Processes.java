package com.aisle.local.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at processes of the operating system. */
final class Processes {
  private Processes() {}

  /** Whether a process runs; a dead one that nobody has waited for does not. */
  static boolean isRunning(long pid) {
    if (ProcessHandle.of(pid).isEmpty()) {
      return false;
    }
    try {
      String status = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return status.charAt(status.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException e) {
      return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
  }
}
