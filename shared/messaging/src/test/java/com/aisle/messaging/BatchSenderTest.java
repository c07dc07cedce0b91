package com.aisle.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.messaging.BatchSender.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchSenderTest {

  private final List<List<Message>> calls = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();

  @Test
  void calls_holdAtMostTenMessages() {
    sender(batch -> List.of()).send(messages(23));
    assertThat(calls).extracting(List::size).containsExactly(10, 10, 3);
    assertThat(calls.stream().flatMap(List::stream)).containsExactlyElementsOf(messages(23));
  }

  @Test
  void calls_holdAtMostTheirBytes() {
    Message large = Message.of("字".repeat(40_000));
    sender(batch -> List.of()).send(List.of(large, large, large, large, large));
    assertThat(calls).extracting(List::size).containsExactly(2, 2, 1);
  }

  @Test
  void calls_neverHoldTwoMessagesOfAGroup() {
    List<Message> messages =
        List.of(inGroup("1", "a"), inGroup("2", "b"), inGroup("3", "a"), inGroup("4", "a"));
    sender(batch -> List.of()).send(messages);
    assertThat(calls)
        .containsExactly(messages.subList(0, 2), messages.subList(2, 3), messages.subList(3, 4));
  }

  @Test
  void refusedMessage_isSentAgainAlone() {
    sender(batch -> calls.size() < 3 ? refuse(batch.getLast(), false) : List.of())
        .send(messages(3));
    assertThat(calls).extracting(List::size).containsExactly(3, 1, 1);
    assertThat(pauses).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
  }

  @Test
  void messageRefusedForGood_endsAtOnce() {
    assertThatThrownBy(() -> sender(batch -> refuse(batch.getFirst(), true)).send(messages(12)))
        .isInstanceOf(PublishException.class)
        .hasMessageContaining("1 of 10 messages")
        .hasMessageContaining("because");
    assertThat(calls).hasSize(1);
  }

  @Test
  void messageRefusedAgainAndAgain_endsAfterFiveAttempts() {
    assertThatThrownBy(() -> sender(batch -> refuse(batch.getFirst(), false)).send(messages(1)))
        .isInstanceOf(PublishException.class);
    assertThat(calls).hasSize(5);
  }

  @Test
  void message_emptyOrTooLarge_isRefusedWhereItIsMade() {
    assertThatThrownBy(() -> Message.of("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Message.of("字".repeat(90_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("270000");
  }

  private BatchSender sender(Function<List<Message>, List<Refusal>> answer) {
    BatchSender.Call call =
        batch -> {
          calls.add(batch);
          return answer.apply(batch);
        };
    return new BatchSender(Message::size, call, pauses::add);
  }

  private static List<Refusal> refuse(Message message, boolean forGood) {
    return List.of(new Refusal(message, "because", forGood));
  }

  private static List<Message> messages(int count) {
    return IntStream.range(0, count).mapToObj(i -> Message.of("m" + i)).toList();
  }

  private static Message inGroup(String body, String group) {
    return new Message(body, group, body);
  }
}
