package com.aisle.local.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.local.launcher.Home;
import com.aisle.local.launcher.Progress;
import com.aisle.local.launcher.fetch.Cache;
import com.aisle.local.launcher.fetch.Servers;
import com.aisle.local.launcher.process.Child;
import com.aisle.local.launcher.process.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class ClickHousePartTest {
  @Test
  @EnabledIf("com.aisle.local.launcher.fetch.Servers#hasClickHouse")
  void rows_surviveKill(@TempDir Path folder) throws Exception {
    Home home = new Home(folder);
    Servers servers = new Servers(Cache.ofUser(System.getenv()), Progress.console());
    Part clickHouse = ClickHousePart.create(home, servers::clickHouseLibrary, Ports.free());
    Child first = clickHouse.start(home);
    assertThat(ask(clickHouse.port(), "SELECT 1")).isEqualTo("1");
    ask(clickHouse.port(), "CREATE DATABASE shop");
    ask(clickHouse.port(), "CREATE TABLE shop.clicks (n UInt32) ENGINE = MergeTree ORDER BY n");
    ask(clickHouse.port(), "INSERT INTO shop.clicks SELECT number FROM numbers(1000)");

    first.kill();
    Child second = clickHouse.start(home);

    assertThat(ask(clickHouse.port(), "SELECT count(), sum(n) FROM shop.clicks"))
        .isEqualTo("1000\t499500");
    second.stop();
    assertThat(clickHouse.health().healthy()).isFalse();
  }

  private static String ask(int port, String statement) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port))
            .header("X-ClickHouse-User", ClickHousePart.USER)
            .header("X-ClickHouse-Key", ClickHousePart.PASSWORD)
            .POST(HttpRequest.BodyPublishers.ofString(statement))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return response.body().strip();
    }
  }
}
