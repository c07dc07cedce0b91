package com.aisle.local.host.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aisle.local.host.function.Invoker;
import com.aisle.local.host.function.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Functions whose answers a test sets, and which remember their last event. */
final class FakeFunctions implements Invoker {
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final Map<String, JsonNode> events = new ConcurrentHashMap<>();
  private final Map<String, Supplier<Outcome>> outcomes = new ConcurrentHashMap<>();

  void answer(String function, String payload) {
    outcomes.put(
        function, () -> Outcome.success(payload.getBytes(UTF_8), Duration.ofMillis(1), 100));
  }

  void answer(String function, Supplier<Outcome> outcome) {
    outcomes.put(function, outcome);
  }

  /** The last event that a function got. */
  JsonNode event(String function) {
    return events.getOrDefault(function, mapper.nullNode());
  }

  void forget() {
    events.clear();
  }

  @Override
  public Outcome invoke(String name, String qualifier, String requestId, byte[] payload) {
    String function = name + ":" + qualifier;
    events.put(function, mapper.readTree(payload));
    return outcomes
        .getOrDefault(
            function,
            () -> Outcome.notRun(Outcome.Status.NOT_FOUND, "ResourceNotFoundException", function))
        .get();
  }
}
