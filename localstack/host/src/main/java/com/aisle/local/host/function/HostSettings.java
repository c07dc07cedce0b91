package com.aisle.local.host.function;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How functions are run.
 *
 * @param endpoint the AWS endpoint that functions are told to use
 * @param javaHome of the JDK that runs them
 * @param cache unpacked packages and the runtime's native library; may be shared by several hosts
 * @param logs one file NAME.log for each function
 * @param maxProcesses most processes of one function version
 * @param debug functions that a debugger may attach to
 * @param startTimeout most time from a process's start until it asks for its first event
 * @param patience most time that an event waits for a process to be free
 * @param supersededIdle how long processes of a replaced version are kept without an event
 */
public record HostSettings(
    URI endpoint,
    Path javaHome,
    Path cache,
    Path logs,
    int maxProcesses,
    List<DebugTarget> debug,
    Duration startTimeout,
    Duration patience,
    Duration supersededIdle) {

  /** The debugger's port of a function, if it has one. */
  Optional<Integer> debugPort(String functionName) {
    return debug.stream()
        .filter(target -> target.matches(functionName))
        .map(DebugTarget::port)
        .findFirst();
  }
}
