package com.aisle.benchmarks.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.benchmarks.StubServer;
import com.aisle.benchmarks.setup.BenchmarkException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShopApiTest {
  static final String ANSWER =
      """
      {"queryId":"q1","took":4.25,"total":2,"page":1,"size":20,
       "hits":[{"id":"b"},{"id":"a"}],"facets":{},
       "index":{"generation":3,"age":1,"products":3955},"degraded":["vectors"]}
      """;

  @Test
  void search_answer_isReadAndTheQueryEncoded() throws Exception {
    try (StubServer server = new StubServer(200, ANSWER, Map.of())) {
      SearchAnswer answer =
          new ShopApi(server.url()).search(new SearchQuery("c0", "滑鼠 & co", "zh-Hant"), 5);

      assertThat(answer)
          .isEqualTo(
              new SearchAnswer(
                  Duration.ofNanos(4_250_000), List.of("b", "a"), List.of("vectors"), 3955));
      assertThat(server.asked().getFirst().uri())
          .isEqualTo("/v1/search?locale=zh-Hant&q=%E6%BB%91%E9%BC%A0%20%26%20co&size=5");
    }
  }

  @Test
  void product_idWithSpecialCharacters_isOneStepOfThePath() throws Exception {
    try (StubServer server = new StubServer(200, "{\"id\":\"a/b\"}", Map.of())) {
      assertThat(new ShopApi(server.url()).product("a/b").path("id").stringValue())
          .isEqualTo("a/b");
      assertThat(server.asked().getFirst().uri()).isEqualTo("/v1/products/a%2Fb");
    }
  }

  @Test
  void search_errorAnswer_isAnError() throws Exception {
    try (StubServer server = new StubServer(503, "no index", Map.of())) {
      ShopApi api = new ShopApi(server.url());

      assertThatThrownBy(() -> api.search(new SearchQuery("c0", "mug", "en"), 5))
          .isInstanceOf(RefusedException.class)
          .hasMessage("503: no index");
      assertThatThrownBy(api::products)
          .isInstanceOf(BenchmarkException.class)
          .hasMessageContaining("503: no index")
          .hasMessageContaining("./aisle demo");
    }
  }
}
