package com.aisle.benchmarks.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.benchmarks.StubServer;
import com.aisle.benchmarks.api.SearchFunction.Invocation;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SearchFunctionTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Map<String, String> DURATION = Map.of("X-Aisle-Duration-Ms", "5.5");

  private final SearchQuery query = new SearchQuery("c0", "red mug", "en");

  @Test
  void search_invokesTheLiveFunctionWithTheEventOfAnHttpApi() throws Exception {
    try (StubServer host = new StubServer(200, result(200, ShopApiTest.ANSWER), DURATION)) {
      Invocation invocation = new SearchFunction(host.url(), "aisle-search").search(query, 20);

      assertThat(invocation.duration()).isEqualTo(Duration.ofNanos(5_500_000));
      assertThat(invocation.answer().took()).isEqualTo(Duration.ofNanos(4_250_000));
      StubServer.Asked asked = host.asked().getFirst();
      assertThat(asked.method() + " " + asked.uri()).isEqualTo("POST /invoke");
      assertThat(asked.headers())
          .extractingByKeys("X-amzn-lambda-function-name", "X-amzn-lambda-function-version")
          .asString()
          .contains("aisle-search", "live");
      JsonNode event = MAPPER.readTree(asked.body());
      assertThat(event.path("version").stringValue()).isEqualTo("2.0");
      assertThat(event.path("routeKey").stringValue()).isEqualTo("GET /v1/search");
      assertThat(event.path("rawQueryString").stringValue())
          .isEqualTo("locale=en&q=red%20mug&size=20");
      assertThat(event.path("queryStringParameters").path("q").stringValue()).isEqualTo("red mug");
      assertThat(event.path("requestContext").path("http").path("method").stringValue())
          .isEqualTo("GET");
    }
  }

  @Test
  void search_functionAnswersAnError_isRefused() throws Exception {
    try (StubServer host = new StubServer(200, result(503, "no index yet"), DURATION)) {
      assertThatThrownBy(() -> new SearchFunction(host.url(), "f").search(query, 20))
          .isInstanceOf(RefusedException.class)
          .hasMessage("503: no index yet");
    }
  }

  @Test
  void search_functionBreaks_isRefused() throws Exception {
    try (StubServer host = new StubServer(500, "{\"errorType\":\"Oops\"}", DURATION)) {
      assertThatThrownBy(() -> new SearchFunction(host.url(), "f").search(query, 20))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("Oops");
    }
  }

  @Test
  void search_hostWithoutDuration_isAnError() throws Exception {
    try (StubServer host = new StubServer(200, result(200, ShopApiTest.ANSWER), Map.of())) {
      assertThatThrownBy(() -> new SearchFunction(host.url(), "f").search(query, 20))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no duration");
    }
  }

  private static String result(int status, String body) {
    ObjectNode result = MAPPER.createObjectNode();
    return result.put("statusCode", status).put("body", body).toString();
  }
}
