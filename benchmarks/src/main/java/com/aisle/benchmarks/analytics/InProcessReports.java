package com.aisle.benchmarks.analytics;

import com.aisle.benchmarks.setup.BenchmarkException;
import com.aisle.reports.InProcessWiring;
import com.aisle.storage.testing.InMemoryObjectStore;
import com.aisle.warehouse.Warehouse;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reports function in this process, late on the last day of the year. */
final class InProcessReports {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Clock EVENING =
      Clock.fixed(ShopYear.LAST_DAY.atTime(22, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

  private final Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function;

  InProcessReports(Warehouse warehouse) {
    this.function = InProcessWiring.create(warehouse, new InMemoryObjectStore(), EVENING);
  }

  /** An answer's document and the time from the event to the response with its JSON. */
  record Answer(JsonNode document, Duration took) {

    long rowsRead() {
      return document.path("explain").path("rowsRead").asLong();
    }
  }

  Answer ask(ReportQuestion question) {
    APIGatewayV2HTTPEvent event = event(question);
    long start = System.nanoTime();
    APIGatewayV2HTTPResponse response = function.apply(event);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (response.getStatusCode() != 200) {
      throw new BenchmarkException(
          "%s answered %d: %s".formatted(question, response.getStatusCode(), response.getBody()));
    }
    return new Answer(JSON.readTree(response.getBody()), took);
  }

  private static APIGatewayV2HTTPEvent event(ReportQuestion question) {
    String path = "/v1/reports/" + question.report();
    String query =
        question.parameters().entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(value -> entry.getKey() + "=" + value))
            .collect(Collectors.joining("&", "explain=true&", ""));
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRouteKey("GET /v1/reports/{name}")
        .withRawPath(path)
        .withRawQueryString(query)
        .withPathParameters(Map.of("name", question.report()))
        .withHeaders(Map.of("authorization", "Bearer " + InProcessWiring.STAFF_TOKEN))
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withRequestId("benchmark")
                .withHttp(
                    APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                        .withMethod("GET")
                        .withPath(path)
                        .build())
                .build())
        .build();
  }

  static List<String> names() {
    return InProcessWiring.names();
  }

  static boolean hasSegments(String report) {
    return InProcessWiring.segments(report).containsAll(List.of("device", "country"));
  }

  static boolean isComparable(String report) {
    return InProcessWiring.comparable().contains(report);
  }
}
