package com.aisle.local.launcher.process;

import java.util.ArrayList;
import java.util.List;

/**
 * A small shell between the launcher and a child. It reads a pipe that only the launcher holds:
 * when the launcher ends, however it ends, the pipe closes and the shell stops the child, first
 * with SIGTERM, after 20 s with SIGKILL. It works on Linux and macOS and needs neither root nor
 * native code.
 */
final class Guard {
  /** The variable that names the file for the child's process id. */
  static final String PID_FILE = "AISLE_PID_FILE";

  // A job in the background gets /dev/null as its standard input, hence file descriptor 3. The
  // shell has to wait for the
  // child: a zombie would look alive.
  private static final String SCRIPT =
      """
      exec 3<&0
      "$@" </dev/null 3<&- & child=$!
      echo $child > "$AISLE_PID_FILE"
      (
        read line <&3
        kill $child
        tenths=0
        while kill -0 $child && [ $tenths -lt 200 ]; do sleep 0.1; tenths=$((tenths + 1)); done
        kill -9 $child
      ) 2>/dev/null & watcher=$!
      wait $child; status=$?
      kill $watcher 2>/dev/null
      exit $status
      """;

  private Guard() {}

  /** The command that runs {@code command} under a guard. */
  static List<String> of(List<String> command) {
    List<String> guarded = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "guard"));
    guarded.addAll(command);
    return guarded;
  }
}
