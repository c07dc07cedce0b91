package com.aisle.local.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/**
 * An extension inside {@link ProbeFunction}: writes what it is told into EXTENSION_FILE, and works
 * on each event until EXTENSION_RELEASE exists.
 */
final class ProbeExtension {
  private final Path file = Path.of(System.getenv("EXTENSION_FILE"));
  private final Path release = Path.of(System.getenv("EXTENSION_RELEASE"));

  void start() {
    try {
      write("shutdown " + register("SHUTDOWN").getResponseCode());
      HttpURLConnection registered = register("INVOKE");
      String id = registered.getHeaderField("Lambda-Extension-Identifier");
      write("name " + text(registered));
      Thread.ofPlatform().daemon().start(() -> run(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(String id) {
    try {
      while (true) {
        write("event " + text(call("GET", "event/next", id, "")));
        write("late " + register("INVOKE").getResponseCode());
        while (!Files.exists(release)) {
          LockSupport.parkNanos(5_000_000);
        }
        write("done");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpURLConnection register(String event) throws IOException {
    return call("POST", "register", "", "{\"events\":[\"" + event + "\"]}");
  }

  private static HttpURLConnection call(String method, String call, String id, String body)
      throws IOException {
    String api = System.getenv("AWS_LAMBDA_RUNTIME_API");
    URI address = URI.create("http://" + api + "/2020-01-01/extension/" + call);
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setRequestProperty("Lambda-Extension-Name", "probe");
    connection.setRequestProperty("Lambda-Extension-Identifier", id);
    if (!body.isEmpty()) {
      connection.setDoOutput(true);
      connection.getOutputStream().write(body.getBytes(UTF_8));
    }
    return connection;
  }

  private static String text(HttpURLConnection connection) throws IOException {
    return new String(connection.getInputStream().readAllBytes(), UTF_8);
  }

  private void write(String line) throws IOException {
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
