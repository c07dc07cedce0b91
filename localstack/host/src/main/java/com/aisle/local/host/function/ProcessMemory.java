package com.aisle.local.host.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The memory of a process.
 *
 * @param resident all of its pages in memory, bytes
 * @param charged those that cannot be dropped and read again from a file, bytes: what the kernel
 *     kills for. An index mapped into memory is resident but not charged, as in Lambda's own
 *     sandbox.
 */
record ProcessMemory(long resident, long charged) {
  private static final ProcessMemory NONE = new ProcessMemory(0, 0);
  private static final Path PROC = Path.of("/proc");
  private static final boolean LINUX = Files.exists(PROC.resolve("self/status"));

  static ProcessMemory of(long pid) {
    try {
      return LINUX ? linux(pid) : portable(pid);
    } catch (IOException e) {
      return NONE; // it ended just now
    }
  }

  private static ProcessMemory linux(long pid) throws IOException {
    Map<String, Long> lines =
        Files.readAllLines(PROC.resolve(pid + "/status")).stream()
            .filter(line -> line.startsWith("VmRSS:") || line.startsWith("Rss"))
            .map(line -> line.split("\\s+", 3))
            .collect(
                Collectors.toMap(
                    field -> field[0],
                    field -> 1024 * Long.parseLong(field[1].replace("kB", "").strip())));
    Function<String, Long> field = name -> lines.getOrDefault(name, 0L);
    return new ProcessMemory(
        field.apply("VmRSS:"), field.apply("RssAnon:") + field.apply("RssShmem:"));
  }

  private static ProcessMemory portable(long pid) throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
    String answer = new String(ps.getInputStream().readAllBytes(), UTF_8).strip();
    long bytes = answer.isEmpty() ? 0 : 1024 * Long.parseLong(answer);
    return new ProcessMemory(bytes, bytes);
  }
}
