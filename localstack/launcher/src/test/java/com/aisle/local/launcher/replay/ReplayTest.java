package com.aisle.local.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

  private final List<JsonNode> sent = new ArrayList<>();

  @Test
  void rowThatTheWarehouseRefused_goesBackToTheQueueAsSuchARow() {
    Replay.Result result =
        replay(rejected("events", "{\"day\":\"2026-11-24\",\"action\":\"click\"}"), false);
    assertThat(result).isEqualTo(new Replay.Result(0, 1, 0, 0));
    assertThat(sent).hasSize(2);
    assertThat(sent.getLast())
        .isEqualTo(
            JSON.readTree(
                """
                {"schema":1,"kind":"events","events":[{"day":"2026-11-24","action":"click"}]}"""));
  }

  @Test
  void searchAndOrder_areMarked_andGoToTheQueueUnderTheirOwnKind() {
    String both =
        rejected("searches", "{\"day\":\"2026-11-24\",\"query\":\"mug\"}")
            + rejected("orders", "{\"type\":\"OrderPaid\",\"order_id\":\"1\"}");
    assertThat(replay(both, false)).isEqualTo(new Replay.Result(0, 2, 0, 0));
    assertThat(sent.stream().map(message -> message.path("kind").asString()).toList())
        .containsExactly("rejected", "searches", "rejected", "orders");
    assertThat(sent.getFirst().path("rejected").path(0).path("replayed_at").asString())
        .isEqualTo("2026-11-25 12:00:00.000");
  }

  @Test
  void eventOfAPage_goesThroughTheApi_notTheQueue() {
    String page = rejected("events", "{\"action_name\":\"click\"}");
    assertThat(replay(page, true)).isEqualTo(new Replay.Result(1, 0, 0, 0));
    assertThat(sent).isEmpty();
  }

  @Test
  void whatIsNoJson_isLeftAlone() {
    assertThat(replay(rejected("events", "{oops"), false)).isEqualTo(new Replay.Result(0, 0, 0, 1));
    assertThat(sent).isEmpty();
  }

  private static String rejected(String source, String payload) {
    return JSON.createObjectNode().put("source", source).put("payload", payload) + "\n";
  }

  private Replay.Result replay(String rows, boolean dryRun) {
    return new Replay(
            sql -> rows,
            URI.create("http://shop.test"),
            request -> {
              throw new AssertionError("nothing is for the API: " + request);
            },
            body -> sent.add(JSON.readTree(body)),
            CLOCK,
            line -> {})
        .run(dryRun, 10);
  }
}
