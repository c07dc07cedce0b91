package com.aisle.local.host.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.local.host.endpoint.DeployedApi.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {
  private static final List<String> KEYS =
      List.of(
          "$default",
          "ANY /v1/{rest+}",
          "GET /v1/{any}/{id}",
          "ANY /v1/products/{id}",
          "GET /v1/products/{id}",
          "GET /v1/products/best",
          "GET /v1/products/{id}/{rest+}",
          "GET /");

  private static RouteTable table(List<String> keys) {
    return new RouteTable(
        keys.stream().map(key -> new Route(key, "NONE", "", List.of(), null)).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/products/best, GET /v1/products/best",
    "GET, /v1/products/7, GET /v1/products/{id}",
    "PUT, /v1/products/7, ANY /v1/products/{id}",
    "GET, /v1/shops/7, GET /v1/{any}/{id}",
    "PUT, /v1/shops/7, ANY /v1/{rest+}",
    "GET, /v1/products/7/reviews/1, GET /v1/products/{id}/{rest+}",
    "GET, /v1/products/, ANY /v1/{rest+}",
    "GET, /, GET /",
    "GET, /other, $default",
    "POST, /, $default",
  })
  void mostSpecificRoute_wins(String method, String path, String key) {
    assertThat(table(KEYS).match(method, path).orElseThrow().route().key()).isEqualTo(key);
    assertThat(table(KEYS.reversed()).match(method, path).orElseThrow().route().key())
        .isEqualTo(key);
  }

  @Test
  void variables_areDecoded() {
    RouteTable table = table(List.of("GET /files/{folder}/{path+}"));

    assertThat(table.match("GET", "/files/a%2Fb/c+d/%E6%B0%B4").orElseThrow().pathParameters())
        .isEqualTo(Map.of("folder", "a/b", "path", "c+d/水"));
  }

  @Test
  void unknownPath_hasNoRouteWithoutDefault() {
    RouteTable table = table(List.of("GET /v1/search"));

    assertThat(table.match("GET", "/v1/Search")).isEmpty();
    assertThat(table.match("GET", "/v1/search/")).isEmpty();
    assertThat(table.match("POST", "/v1/search")).isEmpty();
  }
}
