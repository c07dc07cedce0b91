package com.aisle.local.launcher.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.local.launcher.ClickHouseEndpoint;
import com.aisle.local.launcher.deploy.Schema;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseTracesTest {

  @Test
  void traces_areFoundInNumbersAndTexts_ofAnyTable(@TempDir Path folder) throws Exception {
    try (ClickHouseEndpoint server = ClickHouseEndpoint.start(folder)) {
      for (String sql :
          List.of(
              "CREATE DATABASE shop",
              "CREATE TABLE shop.clicks (person UInt64, note LowCardinality(String)) ENGINE = MergeTree ORDER BY person",
              "CREATE TABLE shop.letters (texts Array(String)) ENGINE = MergeTree ORDER BY tuple()",
              "CREATE TABLE shop.goods (price Decimal(18, 4), name String) ENGINE = MergeTree ORDER BY name",
              "CREATE TABLE shop.erasures (person UInt64) ENGINE = MergeTree ORDER BY person",
              "INSERT INTO shop.clicks VALUES (18446744073709551615, 'x'), (1, 'id 18446744073709551615')",
              "INSERT INTO shop.letters VALUES (['a', 'p:77'])",
              "INSERT INTO shop.goods VALUES (77, 'mug')",
              "INSERT INTO shop.erasures VALUES (77)")) {
        run(server, sql);
      }
      Schema.Target target =
          new Schema.Target(server.url().toString(), server.user(), server.password(), "shop");
      assertThat(new WarehouseTraces(target).of(List.of("18446744073709551615", "77")))
          .isEqualTo(Map.of("clicks", 2L, "letters", 1L, "goods", 0L));
    }
  }

  private static void run(ClickHouseEndpoint server, String sql) throws Exception {
    URI address =
        URI.create(
            "%s/?user=%s&password=%s".formatted(server.url(), server.user(), server.password()));
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(address)
                  .POST(HttpRequest.BodyPublishers.ofString(sql))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }
}
