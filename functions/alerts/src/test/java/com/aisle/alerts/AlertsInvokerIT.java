package com.aisle.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The handler class that Lambda calls, with its two events. */
class AlertsInvokerIT {

  private static final String DEFINITION = "spring.cloud.function.definition";

  @BeforeEach
  void start() {
    System.setProperty("MAIN_CLASS", AlertsTestApplication.class.getName());
  }

  @AfterEach
  void stop() {
    System.clearProperty(DEFINITION);
  }

  @Test
  void alert_isKept_andTheScheduleLooksAtIt() throws IOException {
    assertThat(invoke("alerts", "alert.json").path("statusCode").asInt()).isEqualTo(201);
    AlertsTestApplication.SCENE.reports.answer(
        "{\"totals\":{\"without_result\":300,\"intents\":1000}}");

    JsonNode summary = invoke("evaluation", "alert-evaluation.json");

    assertThat(summary.path("alerts").asInt()).isEqualTo(1);
    assertThat(summary.path("told").asInt()).isEqualTo(1);
    assertThat(AlertsTestApplication.SCENE.kinds()).containsExactly("fired");
  }

  private static JsonNode invoke(String definition, String event) throws IOException {
    System.setProperty(DEFINITION, definition);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new FunctionInvoker()
        .handleRequest(
            new ByteArrayInputStream(Files.readAllBytes(Path.of("../../events", event))),
            answer,
            null);
    return JsonMapper.shared().readTree(answer.toByteArray());
  }
}
