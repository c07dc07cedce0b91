package com.aisle.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.events.BehaviourMessage.Kind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BehaviourMessageTest {

  @Test
  void written_isOneObjectPerRow_inTheFormClickHouseTakes() {
    Row row =
        new Row()
            .day("day", LocalDate.of(2026, 11, 25))
            .time("time", Instant.parse("2026-11-25T01:02:03.4567Z"))
            .text("event_id", "e\"1")
            .text("page", "")
            .pseudonym("person", -1)
            .pseudonym("user", 0)
            .number("position", 3)
            .decimal("amount", new BigDecimal("2.50"))
            .texts("degraded", List.of("vectors"))
            .flag("deleted", true);

    assertThat(BehaviourMessage.write(Kind.EVENTS, List.of(row)))
        .containsExactly(
            "{\"schema\":1,\"kind\":\"events\",\"events\":[{\"day\":\"2026-11-25\","
                + "\"time\":\"2026-11-25 01:02:03.456\",\"event_id\":\"e\\\"1\","
                + "\"person\":\"18446744073709551615\",\"position\":3,\"amount\":\"2.50\","
                + "\"degraded\":[\"vectors\"],\"deleted\":true}]}");
  }

  @Test
  void read_givesTheRowsAsTheyStood() {
    String body = "{\"schema\":1, \"kind\":\"rejected\", \"rejected\":[ {\"a\": {\"b\":[1]}} ,{}]}";
    BehaviourMessage message = BehaviourMessage.read(body);

    assertThat(message.kind().table()).isEqualTo("rejected_events");
    assertThat(message.rows()).containsExactly("{\"a\": {\"b\":[1]}}", "{}");
    assertThat(BehaviourMessage.read(message.body())).isEqualTo(message);
  }

  @Test
  void rows_ofAnySizes_comeBackInOrder_andNoMessageIsTooLarge() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String alphabet = "a\"\\字😀\n{}[],";
    List<Row> rows =
        IntStream.range(0, 300)
            .mapToObj(
                i -> {
                  StringBuilder text = new StringBuilder();
                  int length = random.nextInt(100) == 0 ? 20_000 : random.nextInt(2_000);
                  random
                      .ints(length, 0, alphabet.codePointCount(0, alphabet.length()))
                      .forEach(
                          n ->
                              text.appendCodePoint(
                                  alphabet.codePointAt(alphabet.offsetByCodePoints(0, n))));
                  return new Row().number("n", i + 1).text("text", text.toString());
                })
            .toList();

    List<String> bodies = BehaviourMessage.write(Kind.SEARCHES, rows);

    List<String> read = new ArrayList<>();
    for (String body : bodies) {
      assertThat(body.getBytes(StandardCharsets.UTF_8).length)
          .as("seed %d", seed)
          .isLessThanOrEqualTo(BehaviourMessage.MAX_BYTES);
      read.addAll(BehaviourMessage.read(body).rows());
    }
    assertThat(bodies).as("seed %d", seed).hasSizeGreaterThan(1);
    assertThat(read).as("seed %d", seed).isEqualTo(rows.stream().map(Row::json).toList());
  }

  @Test
  void noRows_makeNoMessage() {
    assertThat(BehaviourMessage.write(Kind.EVENTS, List.of())).isEmpty();
  }

  @Test
  void row_thatFitsNoMessage_isRefused() {
    Row row = new Row().text("attributes", "x".repeat(BehaviourMessage.MAX_BYTES));
    assertThatThrownBy(() -> BehaviourMessage.write(Kind.EVENTS, List.of(row)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a message holds 200000");
  }

  @Test
  void malformed_saysWhatAndWhere() {
    assertRefused("", "null where an object belongs");
    assertRefused("nonsense", "is no JSON");
    assertRefused("[]", "START_ARRAY where an object belongs");
    assertRefused("{\"schema\":2,\"kind\":\"events\"}", "has version 2, known is 1");
    assertRefused("{\"schema\":1,\"kind\":\"visits\"}", "the unknown kind 'visits'");
    assertRefused("{\"schema\":1,\"kind\":\"events\",\"rows\":[]}", "the field rows where events");
    assertRefused(
        "{\"schema\":1,\"kind\":\"events\",\"events\":[{},7]}", "row 1 that is no object");
    assertRefused("{\"schema\":1,\"kind\":\"events\",\"events\":[{\"a\":1}", "is no JSON");
  }

  @Test
  void eventOfABus_isNotTakenForOne() {
    assertThat(BehaviourMessage.seemsOne("{\"schema\":1,\"kind\":\"events\",\"events\":[]}"))
        .isTrue();
    assertThat(BehaviourMessage.seemsOne("{\"version\":\"0\",\"detail-type\":\"OrderPlaced\"}"))
        .isFalse();
  }

  private static void assertRefused(String body, String reason) {
    assertThatThrownBy(() -> BehaviourMessage.read(body))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining(reason);
  }
}
