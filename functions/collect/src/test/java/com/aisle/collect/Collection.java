package com.aisle.collect;

import com.aisle.events.BehaviourMessage;
import com.aisle.events.DeviceClass;
import com.aisle.events.Pseudonyms;
import com.aisle.events.ShopCalendar;
import com.aisle.messaging.testing.RecordingPublisher;
import com.aisle.web.Router;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The function with fakes around it, on 24 November 2026 at noon in a shop in Taipei. */
final class Collection {

  static final JsonMapper JSON = JsonMapper.shared();
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  static final Pseudonyms PSEUDONYMS = new Pseudonyms("0123456789abcdef");
  static final Caller CALLER = new Caller(DeviceClass.MOBILE, "TW", "192.0.2.0/24", "shop.example");

  final RecordingPublisher behaviour = new RecordingPublisher();
  final RecordingPublisher warehouse = new RecordingPublisher();
  final CollectService service =
      new CollectService(
          behaviour,
          warehouse,
          () -> PSEUDONYMS,
          Clock.fixed(NOW, ZoneOffset.UTC),
          Duration.ofDays(400),
          new ShopCalendar(ZoneId.of("Asia/Taipei")));

  static ObjectNode event(String id) {
    return (ObjectNode)
        JSON.readTree(
            """
            {"event_id":"%s","action_name":"click","timestamp":"2026-11-24T11:59:00.123Z",
             "client_id":"client-1","session_id":"session-1","user_id":"user-1","query_id":"q-1",
             "object_id":"21791","position":3,"page":"https://shop.example/search/mugs?q=secret#top",
             "referrer":"https://www.duckduckgo.com/?q=mug","locale":"zh-Hant",
             "event_attributes":{"colour":"red"}}
            """
                .formatted(id));
  }

  List<Verdict> collect(JsonNode... events) {
    return service.collect(List.of(events), CALLER);
  }

  /** The rows of good events, as the warehouse will read them. */
  List<JsonNode> rows() {
    return rows(behaviour);
  }

  /** The rows of refused events. */
  List<JsonNode> rejected() {
    return rows(warehouse);
  }

  /** Everything that left the function, as text. */
  String everything() {
    return String.join("\n", behaviour.bodies()) + String.join("\n", warehouse.bodies());
  }

  APIGatewayV2HTTPResponse post(String body) {
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withRouteKey(CollectApplication.ROUTE)
            .withHeaders(Map.of("content-type", "text/plain;charset=UTF-8"))
            .withBody(body)
            .build();
    return new Router(Map.of(CollectApplication.ROUTE, new EventsHandler(service))).apply(event);
  }

  private static List<JsonNode> rows(RecordingPublisher publisher) {
    return publisher.bodies().stream()
        .flatMap(body -> BehaviourMessage.read(body).rows().stream())
        .map(JSON::readTree)
        .toList();
  }
}
