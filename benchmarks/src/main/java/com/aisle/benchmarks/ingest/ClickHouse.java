package com.aisle.benchmarks.ingest;

import com.aisle.benchmarks.setup.BenchmarkException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The warehouse of the local cloud, asked directly, and its process. */
final class ClickHouse {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DATABASE = "aisle";

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Path home;

  /**
   * @param home the folder of the local cloud
   */
  ClickHouse(Path home) {
    this.home = home;
  }

  /** The lines that it answers, values between tabs. */
  List<String> query(String sql) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address())
            .timeout(Duration.ofMinutes(5))
            .header("X-ClickHouse-User", "aisle")
            .header("X-ClickHouse-Key", "local")
            .header("X-ClickHouse-Database", DATABASE)
            .POST(BodyPublishers.ofString(sql))
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("ClickHouse answered: " + response.body());
    }
    return response.body().lines().toList();
  }

  long number(String sql) throws IOException, InterruptedException {
    return Long.parseLong(query(sql).getFirst());
  }

  /** Kills it as {@code kill -9} does; its supervisor starts it again. */
  void kill() throws IOException {
    long pid = part().path("pid").asLong();
    ProcessHandle.of(pid)
        .orElseThrow(() -> new BenchmarkException("ClickHouse does not run as process " + pid))
        .destroyForcibly();
  }

  private URI address() throws IOException {
    return URI.create("http://127.0.0.1:%d/".formatted(part().path("port").asInt()));
  }

  private JsonNode part() throws IOException {
    JsonNode state = JSON.readTree(Files.readString(home.resolve("run/state.json")));
    return state
        .path("parts")
        .valueStream()
        .filter(part -> part.path("name").asString("").equals("clickhouse"))
        .findFirst()
        .orElseThrow(() -> new BenchmarkException("the local cloud has no ClickHouse"));
  }
}
