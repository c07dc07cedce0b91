package com.aisle.local.host.function;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a function version is doing.
 *
 * @param function its name
 * @param memoryMegabytes MemorySize
 * @param limit most processes
 * @param queued events that wait for a process
 */
public record FunctionStatus(
    String function,
    String version,
    int memoryMegabytes,
    int limit,
    int queued,
    List<ProcessStatus> processes) {

  /**
   * How a process is doing.
   *
   * @param state starting, idle or busy
   * @param debugPort where a debugger may attach
   * @param memoryBytes resident
   * @param started time of its start, ISO 8601
   */
  public record ProcessStatus(
      long pid,
      String state,
      @Nullable Integer debugPort,
      long memoryBytes,
      long invocations,
      String started) {}
}
