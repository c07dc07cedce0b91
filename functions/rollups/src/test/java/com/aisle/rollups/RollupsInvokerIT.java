package com.aisle.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;

/** The handler class that Lambda calls, with the schedule's event. */
@EnabledIf("com.aisle.local.launcher.ClickHouseEndpoint#isPossible")
class RollupsInvokerIT {

  private static TestWarehouse shop;
  private static FunctionInvoker invoker;

  @BeforeAll
  static void start() {
    shop = new TestWarehouse();
    RollupsTestApplication.shop = shop;
    System.setProperty("MAIN_CLASS", RollupsTestApplication.class.getName());
    invoker = new FunctionInvoker();
  }

  @AfterAll
  static void stop() {
    shop.close();
  }

  @Test
  void schedule_rollsUpWhatHasSettled() throws IOException {
    shop.event("2026-11-24 10:00:00.000", "page_view", "client", 1, "session", 7);
    shop.touch("2026-11-24", Instant.now().minusSeconds(120));
    assertThat(invoke("rollups.json"))
        .isEqualTo("{\"days\":[\"2026-11-24\"],\"waiting\":0,\"busy\":false}");
    assertThat(shop.ask("SELECT sum(events) FROM rollup_minutes")).containsExactly("1");
    assertThat(invoke("rollups.json")).isEqualTo("{\"days\":[],\"waiting\":0,\"busy\":false}");
  }

  private static String invoke(String event) throws IOException {
    byte[] json = Files.readAllBytes(Path.of("../../events", event));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    invoker.handleRequest(new ByteArrayInputStream(json), answer, null);
    return answer.toString(StandardCharsets.UTF_8);
  }
}
