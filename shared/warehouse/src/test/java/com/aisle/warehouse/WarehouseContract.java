package com.aisle.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aisle.warehouse.WarehouseException.Kind;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * What every warehouse does. The table {@code facts} has the columns {@code id} and {@code word}.
 */
abstract class WarehouseContract {

  abstract Warehouse warehouse();

  /** A warehouse that nobody answers for. */
  abstract Warehouse absent();

  /** The words of all rows of {@code facts}, sorted. */
  abstract List<String> words();

  @Test
  void insert_storesTheRows() {
    warehouse().insert("facts", rows("one", "zwei", "三"), "a");
    assertThat(words()).containsExactly("one", "zwei", "三");
  }

  @Test
  void sameToken_storesOnce() {
    for (int attempt = 0; attempt < 3; attempt++) {
      warehouse().insert("facts", rows("one", "two"), "a");
    }
    assertThat(words()).containsExactly("one", "two");
  }

  @Test
  void otherToken_storesTheSameRowsAgain() {
    warehouse().insert("facts", rows("one"), "a");
    warehouse().insert("facts", rows("one"), "b");
    assertThat(words()).containsExactly("one", "one");
  }

  @Test
  void sameTokenFromManyThreads_storesOnce() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Boolean>> inserts = List.of(inserting(), inserting(), inserting(), inserting());
      for (var done : threads.invokeAll(inserts)) {
        assertThat(done.get()).isTrue();
      }
    }
    assertThat(words()).containsExactly("one", "two");
  }

  private Callable<Boolean> inserting() {
    return () -> {
      warehouse().insert("facts", rows("one", "two"), "a");
      return true;
    };
  }

  @Test
  void brokenRow_isInvalidAndStoresNothing() {
    Rows broken = Rows.of(List.of("{\"id\":1,\"word\":\"one\"}", "{\"id\":2,"));
    assertFails(Kind.INVALID, () -> warehouse().insert("facts", broken, "a"));
    assertThat(words()).isEmpty();
  }

  @Test
  void nobodyThere_isUnavailable() {
    assertFails(Kind.UNAVAILABLE, () -> absent().insert("facts", rows("one"), "a"));
    assertFails(
        Kind.UNAVAILABLE, () -> absent().query(Statement.of("SELECT 1"), Limits.standard()));
    assertFails(Kind.UNAVAILABLE, () -> absent().execute(Statement.of("TRUNCATE TABLE facts")));
  }

  static void assertFails(Kind kind, Runnable call) {
    assertThatExceptionOfType(WarehouseException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind));
  }

  static Rows rows(String... words) {
    List<String> lines = new java.util.ArrayList<>();
    for (String word : words) {
      lines.add("{\"id\":%d,\"word\":\"%s\"}".formatted(lines.size(), word));
    }
    return Rows.of(lines);
  }
}
