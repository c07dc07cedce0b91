package com.aisle.local.host.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets no child survive this process, however it ends. A small shell reads a pipe that only this
 * process holds open and knows the children's ids from it; when the pipe closes, it kills them. A
 * child itself begins as a shell that waits for a line of this process, so that there is no moment
 * at which a child runs unknown to the guard.
 */
final class ChildGuard implements AutoCloseable {
  private static final String GUARD =
      """
      trap '' INT TERM HUP
      children=
      while read -r verb pid; do
        case $verb in
          watch) children="$children $pid" ;;
          forget) rest=; for child in $children; do [ "$child" = "$pid" ] || rest="$rest $child"; done; children=$rest ;;
        esac
      done
      [ -z "$children" ] || kill -9 $children
      """;
  private static final String CHILD = "read -r go || exit 1; exec \"$@\" </dev/null";

  private final Process guard;
  private final OutputStream pipe;

  ChildGuard() throws IOException {
    guard =
        new ProcessBuilder("/bin/sh", "-c", GUARD, "aisle-guard")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    pipe = guard.getOutputStream();
  }

  /** Starts a child. Its process id is that of the command, not of a shell around it. */
  Process start(ProcessBuilder builder) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", CHILD, "function"));
    command.addAll(builder.command());
    Process child = builder.command(command).start();
    try (OutputStream go = child.getOutputStream()) {
      tell("watch", child.pid());
      go.write("go\n".getBytes(UTF_8));
    } catch (IOException e) {
      child.destroyForcibly();
      throw e;
    }
    return child;
  }

  /** A child has ended; its id may be another process's soon. */
  void forget(Process child) throws IOException {
    tell("forget", child.pid());
  }

  private synchronized void tell(String verb, long pid) throws IOException {
    pipe.write((verb + " " + pid + "\n").getBytes(UTF_8));
    pipe.flush();
  }

  @Override
  public void close() throws IOException {
    pipe.close();
  }
}
