package com.aisle.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aisle.endtoend.Api.Answer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The warehouse stops under load: nothing accepted is lost, reports say how old they are. */
@ExtendWith(Cloud.Extension.class)
class AnalyticsFaultsIT {

  private static final int BATCHES = 40;
  private static final int EVENTS = 50;

  private final Cloud cloud;
  private final Behaviour behaviour;
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  AnalyticsFaultsIT(Cloud cloud) {
    this.cloud = cloud;
    this.behaviour = new Behaviour(cloud);
  }

  @Test
  void warehouseStoppedUnderLoad_losesNothing_andReportsAnswerTheLastResult() {
    String asked = "overview?granularity=day&size=31";
    await().atMost(Shop.PATIENCE).until(() -> behaviour.report(asked).status() == 200);
    cloud.parts.kill("clickhouse");
    cloud.parts.stop("clickhouse");
    try {
      IntStream.range(0, BATCHES).forEach(this::post);
      await("the last good answer, marked as such")
          .atMost(Shop.PATIENCE)
          .until(
              () ->
                  !behaviour.report(asked).body().path("staleSince").isMissingNode()
                      && !behaviour.report(asked).body().path("staleSince").isNull());
      Answer stale = behaviour.report(asked);
      assertThat(stale.status()).isEqualTo(200);
      Answer never = behaviour.report("overview?from=2020-01-01&to=2020-01-02");
      assertThat(never.status()).isEqualTo(503);
      assertThat(never.response().headers().firstValue("retry-after")).isPresent();
    } finally {
      cloud.parts.start("clickhouse");
    }
    IntStream.range(BATCHES, 2 * BATCHES).forEach(this::post);
    String counted =
        "SELECT toInt64(uniqExact(event_id)) * 1000000 + count() FROM events FINAL WHERE event_id LIKE 'f-"
            + run
            + "-%'";
    long all = 2L * BATCHES * EVENTS;
    await("every accepted event is there, once")
        .atMost(Duration.ofMinutes(3))
        .ignoreExceptions()
        .until(() -> Warehouses.count(cloud, counted) == all * 1_000_000 + all);
    await("reports are fresh again")
        .atMost(Shop.PATIENCE)
        .until(() -> behaviour.report(asked).body().path("staleSince").isNull());
  }

  private void post(int batch) {
    List<String> events =
        IntStream.range(0, EVENTS)
            .mapToObj(
                i ->
                    Behaviour.event(
                        "f-%s-%d-%d".formatted(run, batch, i),
                        "page_view",
                        "c-" + run,
                        ",\"page\":\"/faults\""))
            .toList();
    behaviour.post(events);
  }
}
