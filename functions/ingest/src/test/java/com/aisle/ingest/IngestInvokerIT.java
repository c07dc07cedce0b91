package com.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.crac.Core;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;

/** The handler class that Lambda calls, with events as AWS sends them. */
class IngestInvokerIT {

  private static FunctionInvoker invoker;

  @BeforeAll
  static void start() {
    System.setProperty("MAIN_CLASS", IngestWithFakes.class.getName());
    invoker = new FunctionInvoker();
  }

  @Test
  void batchOfBehaviourAndOrders_isStored() throws IOException {
    assertThat(invoke("warehouse.json")).isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(IngestWithFakes.WAREHOUSE.rows("events"))
        .extracting(row -> row.get("event_id"))
        .contains("01JD9QK5T0A", "01JD9QK5T0B");
    assertThat(IngestWithFakes.WAREHOUSE.rows("searches")).hasSize(1);
    assertThat(IngestWithFakes.WAREHOUSE.rows("orders"))
        .extracting(row -> row.get("event_id"))
        .contains("OrderPlaced:581587");
    assertThat(IngestWithFakes.WAREHOUSE.rows("order_lines")).hasSize(2);
  }

  @Test
  void poison_isADeadLetter_andABadAmountIsKept() throws IOException {
    assertThat(invoke("warehouse-poison.json")).isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(IngestWithFakes.FAILED.reasons())
        .containsOnlyKeys("5b0c3f3e-6b0a-4d0e-9a53-6a1b2f8d9e01");
    assertThat(IngestWithFakes.WAREHOUSE.rows("rejected_events"))
        .extracting(row -> row.get("event_id"))
        .containsExactly("OrderPaid:581588");
  }

  @Test
  void snapshot_isPrimed_withoutAskingAnybody() throws Exception {
    Ports none =
        new Ports(
            IngestWithFakes.WAREHOUSE,
            IngestWithFakes.FAILED,
            () -> {
              throw new AssertionError("the key is not for a snapshot");
            },
            Clock.systemUTC(),
            () -> "id");
    boolean[] disconnected = new boolean[1];
    new SnapshotHooks(none.reader(IngestConfigTest.config()), () -> disconnected[0] = true)
        .beforeCheckpoint(Core.getGlobalContext());
    assertThat(disconnected[0]).isTrue();
  }

  private static String invoke(String event) throws IOException {
    byte[] json = Files.readAllBytes(Path.of("../../events", event));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    invoker.handleRequest(new ByteArrayInputStream(json), answer, null);
    return answer.toString(StandardCharsets.UTF_8);
  }
}
