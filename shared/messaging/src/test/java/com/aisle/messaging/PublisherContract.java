package com.aisle.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every publisher keeps to. */
abstract class PublisherContract {

  /** A publisher whose messages of one group stay in order. */
  abstract Publisher publisher();

  /** Waits for that many bodies on the other side and returns them in the order of delivery. */
  abstract List<String> delivered(int count);

  @Test
  void publish_moreThanOneCallHolds_deliversAllInOrder() {
    List<String> bodies = IntStream.range(0, 25).mapToObj(i -> "message " + i).toList();
    publisher().publish(bodies.stream().map(body -> new Message(body, "g", body)).toList());
    assertThat(delivered(25)).isEqualTo(bodies);
  }

  @Test
  void publish_keepsEveryCharacter() {
    String body = "{\"title\":\"馬克杯 – Größe \\u0001 😀\"}\n" + "字".repeat(80_000);
    publisher().publish(List.of(new Message(body, "g", "1")));
    assertThat(delivered(1)).containsExactly(body);
  }

  @Test
  void publish_sameDeduplicationId_deliversOne() {
    publisher().publish(List.of(new Message("first", "g", "same")));
    publisher().publish(List.of(new Message("again", "g", "same"), new Message("end", "g", "2")));
    assertThat(delivered(2)).containsExactly("first", "end");
  }

  @Test
  void publish_nothing_isNoError() {
    publisher().publish(List.of());
    publisher().publish(List.of(new Message("one", "g", "1")));
    assertThat(delivered(1)).containsExactly("one");
  }
}
