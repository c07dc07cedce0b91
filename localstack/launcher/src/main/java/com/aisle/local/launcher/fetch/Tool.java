package com.aisle.local.launcher.fetch;

import com.aisle.local.launcher.LauncherException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Programs of the machine that the launcher calls: python3, npm, tar. */
public final class Tool {
  private static final int KEPT_LINES = 15;

  private Tool() {}

  /** The program {@code name} on the PATH. */
  public static Optional<Path> find(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The program's output (both streams), or an error that holds its last lines. */
  static String run(String what, List<String> command, Consumer<String> onLine)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    Deque<String> last = new ArrayDeque<>();
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        onLine.accept(line);
        last.addLast(line);
        if (last.size() > KEPT_LINES) {
          last.removeFirst();
        }
      }
    }
    String output = String.join("\n", last);
    if (process.waitFor() != 0) {
      throw new LauncherException(
          what + " failed. Look at what it said and run the same command again:\n" + output);
    }
    return output;
  }

  /** Like {@link #run(String, List, Consumer)}, for a program whose lines nobody follows. */
  static String run(String what, List<String> command) throws IOException, InterruptedException {
    return run(what, command, line -> {});
  }
}
