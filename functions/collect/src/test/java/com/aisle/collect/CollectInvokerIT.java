package com.aisle.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crac.Core;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;
import tools.jackson.databind.JsonNode;

/** The handler class that Lambda calls, with events as API Gateway sends them. */
class CollectInvokerIT {

  private static final Collection COLLECTION = CollectTestApplication.COLLECTION;
  private static FunctionInvoker invoker;

  @BeforeAll
  static void start() {
    System.setProperty("MAIN_CLASS", CollectTestApplication.class.getName());
    invoker = new FunctionInvoker();
  }

  @BeforeEach
  void forget() {
    COLLECTION.behaviour.clear();
    COLLECTION.warehouse.clear();
  }

  @Test
  void events_areJudgedOneByOne() throws IOException {
    JsonNode answer = invoke("events.json");

    assertThat(answer.path("statusCode").asInt()).isEqualTo(202);
    JsonNode body = Collection.JSON.readTree(answer.path("body").asString());
    assertThat(body.path("accepted").asInt()).isEqualTo(2);
    assertThat(body.at("/events/2/errors/0/pointer").asString()).isEqualTo("/price/amount");
    assertThat(COLLECTION.rows()).hasSize(2);
    assertThat(COLLECTION.rows().getFirst().path("device").asString()).isEqualTo("mobile");
    assertThat(COLLECTION.rows().getFirst().path("network").asString()).isEqualTo("192.0.2.0/24");
    assertThat(COLLECTION.rejected()).hasSize(1);
  }

  @Test
  void beacon_isTaken() throws IOException {
    assertThat(invoke("events-beacon.json").path("statusCode").asInt()).isEqualTo(202);
    assertThat(COLLECTION.rows().getFirst().path("action").asString()).isEqualTo("page_view");
  }

  @Test
  void priming_sendsNothing() {
    new SnapshotHooks(new Priming()).beforeCheckpoint(Core.getGlobalContext());
    new SnapshotHooks(
            () -> {
              throw new IllegalStateException("away");
            })
        .beforeCheckpoint(Core.getGlobalContext());
    assertThat(COLLECTION.everything()).isEmpty();
  }

  private static JsonNode invoke(String event) throws IOException {
    byte[] json = Files.readAllBytes(Path.of("../../events", event));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    invoker.handleRequest(new ByteArrayInputStream(json), answer, null);
    return Collection.JSON.readTree(answer.toByteArray());
  }
}
