package com.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockTest {

  @Test
  void sameRows_inAnotherOrder_areTheSameBlockWithTheSameToken() {
    List<RawRow> rows =
        new ArrayList<>(IntStream.range(0, 100).mapToObj(i -> row("e" + i)).toList());
    Block one = Block.of(Table.EVENTS, rows, 1000).getFirst();
    Collections.shuffle(rows, new Random(7));
    rows.add(rows.getFirst());
    Block other = Block.of(Table.EVENTS, rows, 1000).getFirst();

    assertThat(other.content().json()).isEqualTo(one.content().json());
    assertThat(Block.token(other.content())).isEqualTo(Block.token(one.content()));
  }

  @Test
  void otherRows_haveAnotherToken() {
    Block one = Block.of(Table.EVENTS, List.of(row("e1")), 10).getFirst();
    Block changed =
        Block.of(Table.EVENTS, List.of(row("e1", "2026-11-25", "{\"event_id\":\"e1\" }")), 10)
            .getFirst();
    assertThat(Block.token(changed.content())).isNotEqualTo(Block.token(one.content()));
  }

  @Test
  void rowsOfOneId_areOne_theLast() {
    List<Block> blocks =
        Block.of(Table.EVENTS, List.of(row("e1"), row("e1", "2026-11-25", "{\"last\":1}")), 10);
    assertThat(blocks).hasSize(1);
    assertThat(text(blocks.getFirst())).isEqualTo("{\"last\":1}\n");
  }

  @Test
  void block_hasAtMostItsRows() {
    List<RawRow> rows = IntStream.range(0, 25).mapToObj(i -> row("e" + i)).toList();
    assertThat(Block.of(Table.EVENTS, rows, 10))
        .extracting(block -> block.rows().size())
        .containsExactly(10, 10, 5);
    assertThat(Block.of(Table.EVENTS, List.of(), 10)).isEmpty();
  }

  @Test
  void block_hasAtMostSixtyMonths_sinceClickHouseRefusesAHundred() {
    List<RawRow> rows = new ArrayList<>();
    for (int i = 0; i < 360; i++) {
      String day = YearMonth.of(2016, 1).plusMonths(i % 120).atDay(3).toString();
      rows.add(row("o" + i, day, "{}"));
    }
    assertThat(Block.of(Table.ORDERS, rows, 1000))
        .extracting(block -> block.rows().size())
        .containsExactly(180, 180);
  }

  @Test
  void lineBreaksBetweenTokens_doNotBreakTheRow() {
    Block block =
        Block.of(
                Table.EVENTS,
                List.of(row("e1", "2026-11-25", "{\n \"page\":\r\n \"a\\nb\"}"), row("e2")),
                10)
            .getFirst();
    assertThat(text(block)).isEqualTo("{  \"page\":   \"a\\nb\"}\n{\"event_id\":\"e2\"}\n");
    assertThat(block.content().count()).isEqualTo(2);
  }

  private static String text(Block block) {
    return new String(block.content().json(), StandardCharsets.UTF_8);
  }

  private static RawRow row(String id) {
    return row(id, "2026-11-25", "{\"event_id\":\"%s\"}".formatted(id));
  }

  private static RawRow row(String id, String day, String json) {
    return RawRow.of(Table.EVENTS, id, day, json.getBytes(StandardCharsets.UTF_8));
  }
}
