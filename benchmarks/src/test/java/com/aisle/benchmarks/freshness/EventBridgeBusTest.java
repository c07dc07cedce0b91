package com.aisle.benchmarks.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.benchmarks.StubServer;
import com.aisle.benchmarks.setup.BenchmarkException;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventBridgeBusTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Test
  void publish_moreThanOneCallTakes_isSentInBatches() throws IOException {
    try (StubServer endpoint =
            new StubServer(200, "{\"FailedEntryCount\":0,\"Entries\":[]}", Map.of());
        EventBridgeBus bus = new EventBridgeBus(endpoint.url(), "aisle-local")) {
      bus.publish(Collections.nCopies(23, "{\"id\":\"a\"}"));

      List<JsonNode> calls =
          endpoint.asked().stream().map(asked -> MAPPER.readTree(asked.body())).toList();
      assertThat(calls).extracting(call -> call.path("Entries").size()).containsExactly(10, 10, 3);
      JsonNode entry = calls.getFirst().path("Entries").path(0);
      assertThat(entry.path("EventBusName").stringValue()).isEqualTo("aisle-local");
      assertThat(entry.path("DetailType").stringValue()).isEqualTo("ProductChanged");
      assertThat(entry.path("Detail").stringValue()).isEqualTo("{\"id\":\"a\"}");
    }
  }

  @Test
  void publish_entryRefused_isAnError() throws IOException {
    String answer =
        """
        {"FailedEntryCount":1,"Entries":[{"ErrorCode":"NotAuthorized","ErrorMessage":"no"}]}
        """;
    try (StubServer endpoint = new StubServer(200, answer, Map.of());
        EventBridgeBus bus = new EventBridgeBus(endpoint.url(), "aisle-local")) {
      assertThatThrownBy(() -> bus.publish(List.of("{}")))
          .isInstanceOf(BenchmarkException.class)
          .hasMessageContaining("NotAuthorized");
    }
  }

  @Test
  void publish_nothingThere_isAnError() {
    try (EventBridgeBus bus = new EventBridgeBus(URI.create("http://127.0.0.1:1"), "aisle")) {
      assertThatThrownBy(() -> bus.publish(List.of("{}")))
          .isInstanceOf(BenchmarkException.class)
          .hasMessageContaining("does not answer");
    }
  }
}
