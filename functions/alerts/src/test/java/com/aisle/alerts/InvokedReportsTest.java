package com.aisle.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.messaging.FunctionCaller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InvokedReportsTest {

  @Test
  void report_isAskedForAsTheGatewayWould() {
    List<JsonNode> events = new ArrayList<>();
    FunctionCaller caller =
        (function, event) -> {
          events.add(JsonMapper.shared().readTree(event));
          return "{\"statusCode\":200,\"body\":\"{}\"}";
        };

    assertThat(reports(caller).get("searches", Map.of("from", "2026-11-24", "source", "a&b")))
        .isEqualTo("{}");

    JsonNode event = events.getFirst();
    assertThat(event.path("routeKey").asString()).isEqualTo("GET /v1/reports/{name}");
    assertThat(event.at("/pathParameters/name").asString()).isEqualTo("searches");
    assertThat(event.at("/headers/authorization").asString()).isEqualTo("Bearer staff");
    assertThat(event.path("rawQueryString").asString()).isEqualTo("from=2026-11-24&source=a%26b");
  }

  @Test
  void report_thatIsNone_saysWhy() {
    FunctionCaller refusing =
        (function, event) -> "{\"statusCode\":400,\"body\":\"there is no report x\"}";
    FunctionCaller away =
        (function, event) -> {
          throw new FunctionCaller.FailedException("told to fail");
        };

    assertThatThrownBy(() -> reports(refusing).get("x", Map.of()))
        .isInstanceOf(ReportUnavailableException.class)
        .hasMessage("the report answered 400: there is no report x");
    assertThatThrownBy(() -> reports(away).get("x", Map.of()))
        .isInstanceOf(ReportUnavailableException.class)
        .hasMessageContaining("told to fail");
  }

  private static InvokedReports reports(FunctionCaller caller) {
    return new InvokedReports(caller, "aisle-reports:live", () -> "staff");
  }
}
