package com.aisle.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An extension inside a function's process, as Lambda sees it (Extensions API, 2020-01-01). It may
 * register for INVOKE only: Lambda gives SHUTDOWN to none that lives inside.
 */
final class ExtensionClient {

  private static final Logger LOGGER = LoggerFactory.getLogger(ExtensionClient.class);

  private static final String ID = "Lambda-Extension-Identifier";
  private static final int FAILURES_BEFORE_GIVING_UP = 3;

  private final String address;
  private final String id;
  private int failures;

  private ExtensionClient(String address, String id) {
    this.address = address;
    this.id = id;
  }

  /**
   * Registers an extension; empty when the API is not offered or refuses.
   *
   * @param api host, port and perhaps a path, as AWS_LAMBDA_RUNTIME_API has it
   */
  static Optional<ExtensionClient> register(String api, String name) {
    String address = "http://" + api + "/2020-01-01/extension/";
    try {
      HttpURLConnection connection = open(address + "register");
      connection.setRequestMethod("POST");
      connection.setRequestProperty("Lambda-Extension-Name", name);
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write("{\"events\":[\"INVOKE\"]}".getBytes(UTF_8));
      }
      finish(connection);
      String id = connection.getHeaderField(ID);
      return Optional.ofNullable(id).map(given -> new ExtensionClient(address, given));
    } catch (IOException e) {
      LOGGER.warn(
          "no extension here, work after answers has a thread of its own: {}", e.toString());
      return Optional.empty();
    }
  }

  /**
   * Says that it is done with the last event and waits for the next one; while it waits Lambda may
   * freeze the process. False when Lambda does not answer any more.
   */
  boolean awaitEvent() {
    while (failures < FAILURES_BEFORE_GIVING_UP) {
      try {
        HttpURLConnection connection = open(address + "event/next");
        connection.setRequestProperty(ID, id);
        finish(connection);
        failures = 0;
        return true;
      } catch (IOException e) { // a connection may not survive a snapshot
        failures++;
        LOGGER.warn(
            "asking for the next event failed for the {}. time: {}", failures, e.toString());
      }
    }
    return false;
  }

  private static HttpURLConnection open(String address) throws IOException {
    // No time limit: Lambda answers when there is an event.
    return (HttpURLConnection) URI.create(address).toURL().openConnection();
  }

  private static void finish(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status != 200) {
      throw new IOException("%s answered %d".formatted(connection.getURL(), status));
    }
    try (InputStream in = connection.getInputStream()) {
      in.readAllBytes();
    }
  }
}
