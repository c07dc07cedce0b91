package com.aisle.local.launcher.command;

import com.aisle.local.launcher.fetch.Chromium;
import com.aisle.local.launcher.fetch.Python;
import com.aisle.local.launcher.fetch.Servers;
import com.aisle.local.launcher.fetch.Tool;
import com.aisle.local.launcher.process.Ports;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./aisle doctor}. */
@Command(
    name = "doctor",
    description =
        "Checks whether this machine has what the local cloud needs, and says what is missing.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private static final long GIGABYTE = 1_000_000_000;
  private static final long NEEDED_MEMORY = 6 * GIGABYTE;
  private static final long NEEDED_DISK = 4 * GIGABYTE;

  private record Check(boolean ok, String what, String advice) {}

  @Override
  public Integer call() throws IOException {
    Workspace workspace = Workspace.current();
    List<Check> checks = new ArrayList<>();
    checks.add(
        new Check(
            Runtime.version().feature() == 25,
            "JDK " + Runtime.version(),
            "install a JDK 25 and set JAVA_HOME"));
    checks.add(
        new Check(
            Tool.find("mvn").isPresent(),
            "Maven",
            "install Maven 3.8.7 or newer (Debian: apt-get install maven)"));
    checks.add(
        new Check(
            Python.search().isPresent(),
            "Python with venv" + Python.search().map(python -> ": " + python.version()).orElse(""),
            "install Python 3.10 or newer (Debian: apt-get install python3 python3-venv)"));
    checks.add(
        new Check(
            true,
            Tool.find("npm").isPresent()
                ? "npm"
                : "npm is missing; it will be fetched as a Python package (70 MB)",
            ""));
    checks.add(
        new Check(
            Servers.hasClickHouse(),
            "ClickHouse's platform",
            "only Linux x86-64 has it; all else works without"));
    checks.add(
        new Check(
            true,
            new Chromium(workspace.checkout()).isThere()
                ? "Chromium and its driver"
                : "Chromium is missing; ./aisle test installs it with apt-get, if it may",
            ""));
    checks.add(memory());
    checks.add(disk(workspace.options().cache().folder()));
    checks.add(
        new Check(
            Files.isWritable(Path.of("/dev/ptmx")),
            "pseudo-terminals",
            "mount /dev/pts: ClickHouse needs one"));
    if (workspace.cloud().state().isEmpty()) {
      checks.add(port(workspace.options().gatewayPort(), "AISLE_PORT"));
      checks.add(port(workspace.options().awsPort(), "AISLE_AWS_PORT"));
    }
    checks.forEach(DoctorCommand::print);
    return checks.stream().allMatch(Check::ok) ? 0 : Main.CANNOT;
  }

  private static Check memory() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long bytes = system.getTotalMemorySize();
    return new Check(
        bytes >= NEEDED_MEMORY,
        "memory: " + bytes / GIGABYTE + " GB",
        "the local cloud needs 5 GB and the build 1 GB");
  }

  private static Check disk(Path cache) throws IOException {
    Path existing = cache;
    while (!Files.exists(existing)) {
      existing = existing.resolveSibling("..").normalize();
    }
    long bytes = Files.getFileStore(existing).getUsableSpace();
    return new Check(
        bytes >= NEEDED_DISK,
        "disk: " + bytes / GIGABYTE + " GB free at " + existing,
        "make 4 GB free, or set XDG_CACHE_HOME");
  }

  private static Check port(int port, String setting) {
    return new Check(
        Ports.isFree(port),
        "port " + port,
        "stop what uses it, or set %s to another one".formatted(setting));
  }

  private static void print(Check check) {
    System.out.println(
        check.ok()
            ? "ok       " + check.what()
            : "MISSING  " + check.what() + ": " + check.advice());
  }
}
