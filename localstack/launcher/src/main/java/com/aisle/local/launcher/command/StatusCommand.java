package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.process.PartStatus;
import com.aisle.local.launcher.process.ResidentMemory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code ./aisle status}. */
@Command(
    name = "status",
    description = "Shows each part and function process: state, pid, port, memory, log file.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  private static final String ROW = "%-22s %-11s %8s %6s %9s  %s%n";

  private record Row(String name, String state, long pid, int port, long memory, String log) {}

  @Override
  public Integer call() {
    Workspace workspace = Workspace.current();
    Optional<CloudState> found = workspace.cloud().state();
    if (found.isEmpty()) {
      System.out.println("not running. Start it with: ./aisle up (or ./aisle demo)");
      return 1;
    }
    CloudState state = found.get();
    List<Row> rows = new ArrayList<>();
    String launcherLog = workspace.home().log("launcher").toString();
    rows.add(row("launcher", state.phase().name(), state.pid(), 0, launcherLog));
    for (PartStatus part : state.parts()) {
      rows.add(row(part.name(), part.state().name(), part.pid(), part.port(), part.log()));
    }
    if (state.phase() == CloudState.Phase.UP) {
      functionRows(workspace, state.addresses().host(), rows);
    }
    print(rows);
    return 0;
  }

  private static Row row(String name, String state, long pid, int port, String log) {
    return new Row(
        name, state.toLowerCase(Locale.ROOT), pid, port, ResidentMemory.ofProcess(pid), log);
  }

  private static void functionRows(Workspace workspace, URI host, List<Row> rows) {
    for (JsonNode function : LocalHttp.getJson(host.resolve("/status"))) {
      String name = function.path("function").asString();
      String log = workspace.home().log(name).toString();
      for (JsonNode process : function.path("processes")) {
        String label = name + ":" + function.path("version").asString();
        long bytes = process.path("memoryBytes").asLong();
        rows.add(
            new Row(
                label,
                process.path("state").asString(),
                process.path("pid").asLong(),
                process.path("debugPort").asInt(0),
                bytes,
                log));
      }
    }
  }

  private static void print(List<Row> rows) {
    System.out.printf(ROW, "part", "state", "pid", "port", "memory", "log");
    for (Row row : rows) {
      String port = row.port() == 0 ? "-" : Integer.toString(row.port());
      System.out.printf(
          ROW, row.name(), row.state(), row.pid(), port, megabytes(row.memory()), row.log());
    }
    System.out.printf(
        ROW, "together", "", "", "", megabytes(rows.stream().mapToLong(Row::memory).sum()), "");
  }

  private static String megabytes(long bytes) {
    return bytes / 1_000_000 + " MB";
  }
}
