package com.aisle.collect;

import com.aisle.events.DeviceClass;
import com.aisle.events.Pseudonyms;
import com.aisle.events.ShopCalendar;
import com.aisle.messaging.Publisher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Collects events of nobody that go nowhere. */
final class Priming implements Runnable {

  private static final int ROUNDS = 50;
  private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

  @Override
  public void run() {
    Publisher nowhere = messages -> {};
    Pseudonyms pseudonyms = new Pseudonyms("a key for events of nobody");
    CollectService service =
        new CollectService(
            nowhere,
            nowhere,
            () -> pseudonyms,
            Clock.fixed(NOW, ZoneOffset.UTC),
            Duration.ofDays(1),
            new ShopCalendar(ZoneOffset.UTC));
    Caller caller = new Caller(DeviceClass.DESKTOP, "", Network.of("192.0.2.1"), "");
    for (int round = 0; round < ROUNDS; round++) {
      service.collect(events(), caller);
    }
  }

  private static List<JsonNode> events() {
    JsonMapper json = JsonMapper.shared();
    String good =
        """
        {"event_id":"1","action_name":"add_to_cart","timestamp":"2026-11-25T00:00:00.000Z",
         "client_id":"c","user_id":"u","session_id":"s","object_id":"p","page":"/p?utm_source=a",
         "price":{"amount":"1.00","currency":"EUR"},"event_attributes":{"a":["b"]}}
        """;
    return List.of(json.readTree(good), json.readTree("{\"event_id\":\"2\"}"));
  }
}
