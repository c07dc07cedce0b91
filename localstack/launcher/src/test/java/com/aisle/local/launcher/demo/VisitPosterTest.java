package com.aisle.local.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.shop.Device;
import com.aisle.local.launcher.shop.Sender;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class VisitPosterTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Sender BRITISH = new Sender(Device.MOBILE, "GB");
  private static final Sender FRENCH = new Sender(Device.DESKTOP, "FR");

  @Test
  void finish_postsAllEvents_inCallsOfOneSenderAndAtMost500() {
    Queue<Integer> sizes = new ConcurrentLinkedQueue<>();
    try (VisitPoster poster =
        new VisitPoster(
            (sender, batch) -> {
              sizes.add(batch.size());
              return JSON.createObjectNode().put("accepted", batch.size());
            })) {
      for (int i = 0; i < 100; i++) {
        poster.add(BRITISH, visit(7));
      }
      poster.add(FRENCH, visit(3));

      assertThat(poster.finish()).isEqualTo(703);
    }
    assertThat(sizes).containsExactlyInAnyOrder(497, 203, 3);
  }

  @Test
  void finish_whenAnEventWasRefused_saysSo() {
    try (VisitPoster poster =
        new VisitPoster((sender, batch) -> JSON.createObjectNode().put("accepted", 1))) {
      poster.add(BRITISH, visit(2));

      assertThatThrownBy(poster::finish)
          .isInstanceOf(LauncherException.class)
          .hasMessageContaining("events of the demo were refused: {\"accepted\":1}");
    }
  }

  private static List<ObjectNode> visit(int events) {
    return IntStream.range(0, events).mapToObj(i -> JSON.createObjectNode()).toList();
  }
}
