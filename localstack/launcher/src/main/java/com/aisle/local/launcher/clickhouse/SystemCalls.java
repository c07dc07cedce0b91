package com.aisle.local.launcher.clickhouse;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** The few functions of the C library that the JDK has no words for. */
@SuppressWarnings("restricted")
final class SystemCalls {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final SymbolLookup LIBRARY = LINKER.defaultLookup();
  private static final FunctionDescriptor INT_OF_INT = FunctionDescriptor.of(JAVA_INT, JAVA_INT);

  private SystemCalls() {}

  /** A handle of the function {@code name} in {@code library}. */
  static MethodHandle function(
      SymbolLookup library, String name, FunctionDescriptor descriptor, Linker.Option... options) {
    MemorySegment address =
        library
            .find(name)
            .orElseThrow(() -> new IllegalStateException("the library has no " + name));
    return LINKER.downcallHandle(address, descriptor, options);
  }

  /**
   * Sets a variable of this very process, which {@code System.getenv} would not show to native
   * code.
   */
  static void setEnvironment(String name, String value) throws Throwable {
    FunctionDescriptor descriptor = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
    try (Arena arena = Arena.ofConfined()) {
      int ignored =
          (int)
              function(LIBRARY, "setenv", descriptor)
                  .invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
    }
  }

  /**
   * Makes file descriptor 0 the slave of a terminal that nobody types on; returns the master's
   * descriptor.
   */
  static int terminalOnStandardInput() throws Throwable {
    boolean mac = System.getProperty("os.name").startsWith("Mac");
    int readWriteNotControlling = 2 | (mac ? 0x20000 : 0x100);
    int master =
        (int) function(LIBRARY, "posix_openpt", INT_OF_INT).invokeExact(readWriteNotControlling);
    int granted = (int) function(LIBRARY, "grantpt", INT_OF_INT).invokeExact(master);
    int unlocked = (int) function(LIBRARY, "unlockpt", INT_OF_INT).invokeExact(master);
    MemorySegment name =
        (MemorySegment)
            function(LIBRARY, "ptsname", FunctionDescriptor.of(ADDRESS, JAVA_INT))
                .invokeExact(master);
    FunctionDescriptor openDescriptor = FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT);
    int slave =
        (int)
            function(LIBRARY, "open", openDescriptor, Linker.Option.firstVariadicArg(2))
                .invokeExact(name, readWriteNotControlling);
    FunctionDescriptor dup2Descriptor = FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT);
    int standardInput = (int) function(LIBRARY, "dup2", dup2Descriptor).invokeExact(slave, 0);
    if (master < 0 || granted != 0 || unlocked != 0 || slave < 0 || standardInput != 0) {
      throw new IOException("this machine gives no pseudo-terminal (is /dev/pts mounted?)");
    }
    return master;
  }

  /** Closes a file descriptor. */
  static void close(int descriptor) throws Throwable {
    int ignored = (int) function(LIBRARY, "close", INT_OF_INT).invokeExact(descriptor);
  }

  /** Ends the process at once: destructors of C++ under live engine threads would crash. */
  static void exitNow() throws Throwable {
    function(LIBRARY, "_exit", FunctionDescriptor.ofVoid(JAVA_INT)).invokeExact(0);
  }
}
