package com.aisle.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EventsHandlerTest {

  private final Collection collection = new Collection();

  @Test
  void accepted_hasAVerdictForEach() {
    APIGatewayV2HTTPResponse answer =
        collection.post("{\"events\":[%s,{\"event_id\":7}]}".formatted(Collection.event("e-1")));

    assertThat(answer.getStatusCode()).isEqualTo(202);
    JsonNode body = Collection.JSON.readTree(answer.getBody());
    assertThat(ApiSchema.violations("/v1/events", "post", 202, body)).isEmpty();
    assertThat(body.path("accepted").asInt()).isEqualTo(1);
    assertThat(body.path("rejected").asInt()).isEqualTo(1);
    assertThat(body.at("/events/0"))
        .isEqualTo(
            Collection.JSON.readTree(
                "{\"event_id\":\"e-1\",\"status\":\"accepted\",\"errors\":[]}"));
    assertThat(body.at("/events/1/event_id").isNull()).isTrue();
    assertThat(body.at("/events/1/errors"))
        .anySatisfy(e -> assertThat(e.path("pointer").asString()).isEqualTo("/event_id"))
        .anySatisfy(e -> assertThat(e.path("reason").asString()).isEqualTo("is missing"));
  }

  @Test
  void body_ofAnotherShape_isRefused() {
    assertProblem("", 400, "must be an array of events");
    assertProblem("nonsense", 400, "is no JSON");
    assertProblem("[]", 400, "must be an array of events");
    assertProblem("{\"events\":{}}", 400, "must be an array of events");
    assertProblem("{\"events\":[]}", 400, "holds 0 events, 1 to 500 are taken");
    String many = IntStream.range(0, 501).mapToObj(i -> "1").collect(Collectors.joining(","));
    assertProblem("{\"events\":[" + many + "]}", 400, "holds 501 events");
    assertProblem("x".repeat(EventsHandler.MAX_BYTES + 1), 413, "1000000 bytes");
    assertThat(collection.everything()).isEmpty();
  }

  @Test
  void nothingStored_isA503_thatSaysWhenToTryAgain() {
    collection.behaviour.failAfter(0, 1);
    String body = "{\"events\":[%s]}".formatted(Collection.event("e-1"));
    APIGatewayV2HTTPResponse answer = collection.post(body);
    assertThat(answer.getStatusCode()).isEqualTo(503);
    assertThat(answer.getHeaders()).containsEntry("retry-after", "5");
    assertThat(collection.post(body).getStatusCode()).isEqualTo(202);
  }

  private void assertProblem(String body, int status, String detail) {
    APIGatewayV2HTTPResponse answer = collection.post(body);
    assertThat(answer.getStatusCode()).isEqualTo(status);
    assertThat(Collection.JSON.readTree(answer.getBody()).path("detail").asString())
        .contains(detail);
  }
}
