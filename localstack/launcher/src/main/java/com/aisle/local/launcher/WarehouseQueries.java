package com.aisle.local.launcher;

import com.aisle.local.launcher.deploy.Schema;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the local cloud's warehouse directly, past functions and reports. */
public final class WarehouseQueries {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private final Schema.Target warehouse;

  public WarehouseQueries(Schema.Target warehouse) {
    this.warehouse = warehouse;
  }

  /** What it answers to this SQL, which says itself in which format. */
  public String ask(String sql) {
    URI address = URI.create(warehouse.url() + "/?database=" + warehouse.database());
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("X-ClickHouse-User", warehouse.user())
            .header("X-ClickHouse-Key", warehouse.password())
            .POST(HttpRequest.BodyPublishers.ofString(sql))
            .build();
    try {
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new LauncherException("the warehouse says: " + answer.body().strip());
      }
      return answer.body();
    } catch (IOException e) {
      throw new LauncherException("the warehouse does not answer at " + warehouse.url(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted", e);
    }
  }
}
