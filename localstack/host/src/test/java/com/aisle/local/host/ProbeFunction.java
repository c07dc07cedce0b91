package com.aisle.local.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.crac.Core;
import org.crac.Resource;

/**
 * The function that the tests deploy: does what its event says, so that a real process can be
 * watched.
 */
public final class ProbeFunction implements RequestStreamHandler, Resource {
  private static final List<ByteBuffer> HELD = new ArrayList<>();
  private final List<String> hooks = new ArrayList<>(List.of("init"));

  /** Called by the runtime once for each process. */
  public ProbeFunction() {
    Core.getGlobalContext().register(this);
    if (System.getenv("FAIL_TO_START") != null) {
      throw new IllegalStateException("told not to start");
    }
    if (System.getenv("EXTENSION_FILE") != null) {
      new ProbeExtension().start();
    }
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String event = new String(input.readAllBytes(), UTF_8);
    if (event.contains("print")) {
      System.out.println("printed by the function");
    }
    if (event.contains("fail")) {
      throw new IllegalArgumentException("told to fail");
    }
    if (event.contains("exit")) {
      System.exit(3);
    }
    if (event.contains("wait")) {
      await();
    }
    if (event.contains("hog")) {
      hog();
    }
    output.write(answer(context).getBytes(UTF_8));
  }

  /**
   * Holds the event until the file of the variable RELEASE_FILE exists, or for good when there is
   * none.
   */
  private static void await() throws IOException {
    String file = System.getenv("RELEASE_FILE");
    while (file == null || !Files.exists(Path.of(file))) {
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** Memory outside the heap, as a model takes it. */
  private static void hog() {
    for (int i = 0; i < 40; i++) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(8 << 20);
      while (buffer.hasRemaining()) {
        buffer.putLong(i);
      }
      HELD.add(buffer);
    }
  }

  private String answer(Context context) {
    return "{\"pid\":%d,\"version\":\"%s\",\"variable\":\"%s\",\"hooks\":\"%s\",\"remaining\":%d,\"jackson\":%b}"
        .formatted(
            ProcessHandle.current().pid(),
            context.getFunctionVersion(),
            System.getenv("VARIABLE"),
            String.join(" ", hooks),
            context.getRemainingTimeInMillis(),
            seesLibrariesOfHost());
  }

  private static boolean seesLibrariesOfHost() {
    try {
      Class.forName("tools.jackson.databind.json.JsonMapper");
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    hooks.add("beforeCheckpoint");
  }

  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {
    hooks.add("afterRestore");
  }
}
