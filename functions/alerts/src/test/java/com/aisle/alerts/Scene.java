package com.aisle.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aisle.alerts.Evaluation.Summary;
import com.aisle.messaging.testing.RecordingPublisher;
import com.aisle.storage.Condition;
import com.aisle.storage.testing.InMemoryObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alerts over reports that a test sets. */
final class Scene {

  static final String ID = "no-result";

  final SettableClock clock = new SettableClock();
  final AlertStore store = new AlertStore(new InMemoryObjectStore(clock));
  final FakeReports reports = new FakeReports();
  final RecordingPublisher topic = new RecordingPublisher();

  static final class SettableClock extends Clock {

    Instant now = Instant.parse("2026-11-24T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** An alert on {@code no_result_rate} above .2, with more of the definition. */
  void define(String more) {
    put(
        """
        {"name":"Nothing found","report":"searches","parameters":{"kind":"top"},
         "measure":"no_result_rate","condition":{"above":0.2}%s}"""
            .formatted(more));
  }

  void put(String definition) {
    store.putDefinition(ID, definition.getBytes(UTF_8), Condition.none());
  }

  Evaluation evaluation() {
    return new Evaluation(
        store, new Judge(reports), new AlertMessage("https://shop.example/console/"), topic, clock);
  }

  Summary run() {
    return evaluation().run();
  }

  /** A run after this time, with this number. */
  void run(Duration later, String rate) {
    clock.now = clock.now.plus(later);
    reports.total(rate);
    run();
  }

  List<String> kinds() {
    return messages().stream().map(message -> message.path("kind").asString()).toList();
  }

  List<JsonNode> messages() {
    return topic.bodies().stream().map(body -> JsonMapper.shared().readTree(body)).toList();
  }
}
