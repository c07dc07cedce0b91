package com.aisle.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Looks into the local cloud's ClickHouse directly, past every report. */
final class Warehouses {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Warehouses() {}

  /** The only number of a query's answer. */
  static long count(Cloud cloud, String sql) {
    URI address = cloud.parts.addresses().clickHouse();
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/?database=aisle"))
            .header("X-ClickHouse-User", "aisle")
            .header("X-ClickHouse-Key", "local")
            .POST(HttpRequest.BodyPublishers.ofString(sql))
            .build();
    try {
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.body());
      }
      return Long.parseLong(answer.body().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
