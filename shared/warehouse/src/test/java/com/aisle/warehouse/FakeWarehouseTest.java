package com.aisle.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.warehouse.WarehouseException.Kind;
import com.aisle.warehouse.testing.FakeWarehouse;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakeWarehouseTest extends WarehouseContract {

  private final FakeWarehouse warehouse = new FakeWarehouse();

  @Override
  Warehouse warehouse() {
    return warehouse;
  }

  @Override
  Warehouse absent() {
    FakeWarehouse absent = new FakeWarehouse();
    absent.goAway();
    return absent;
  }

  @Override
  List<String> words() {
    return warehouse.rows("facts").stream()
        .map(row -> String.valueOf(row.get("word")))
        .sorted()
        .toList();
  }

  @Test
  void lostAnswer_isRepeatedWithoutDoubles() {
    warehouse.loseNextAnswer();
    assertFails(Kind.UNAVAILABLE, () -> warehouse.insert("facts", rows("one"), "a"));
    warehouse.insert("facts", rows("one"), "a");
    assertThat(words()).containsExactly("one");
  }

  @Test
  void query_isAnsweredByTheNewestRuleThatFits() {
    warehouse.answer("FROM events", FakeWarehouse.result(List.of("n"), List.of(List.of(1L))));
    warehouse.answer(
        "count()",
        statement ->
            FakeWarehouse.result(
                List.of("n"), List.of(List.of(statement.parameters().get("wanted")))));
    Statement count = Statement.of("SELECT count() FROM events").with("wanted", 7L);
    assertThat(warehouse.query(count, Limits.standard()).single(Long.class)).isEqualTo(7);
    assertThat(warehouse.queries()).containsExactly(count);
  }

  @Test
  void answerBeyondTheLimit_fails() {
    warehouse.answer("x", FakeWarehouse.result(List.of("n"), List.of(List.of(1L), List.of(2L))));
    assertFails(
        Kind.LIMIT, () -> warehouse.query(Statement.of("x"), Limits.standard().withResultRows(1)));
  }
}
