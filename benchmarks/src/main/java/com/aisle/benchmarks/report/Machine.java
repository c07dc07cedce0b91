package com.aisle.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The machine that figures depend on. */
public final class Machine {
  private static final double GIBIBYTE = 1L << 30;

  private Machine() {}

  /** Processor, cores, memory and how busy it is now, in one line. */
  public static String describe() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return String.format(
        Locale.ROOT,
        "machine: %d cores, %s; %.1f GiB memory, %.1f free; load average %.2f",
        Runtime.getRuntime().availableProcessors(),
        processor(),
        system.getTotalMemorySize() / GIBIBYTE,
        system.getFreeMemorySize() / GIBIBYTE,
        system.getSystemLoadAverage());
  }

  private static String processor() {
    try {
      return model(Files.readAllLines(Path.of("/proc/cpuinfo")));
    } catch (IOException e) {
      return System.getProperty("os.arch", "unknown processor"); // no Linux
    }
  }

  static String model(List<String> cpuinfo) {
    return cpuinfo.stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch", "unknown processor"));
  }
}
