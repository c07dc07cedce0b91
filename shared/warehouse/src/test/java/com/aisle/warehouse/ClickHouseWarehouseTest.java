package com.aisle.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aisle.local.launcher.ClickHouseEndpoint;
import com.aisle.warehouse.WarehouseException.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("com.aisle.local.launcher.ClickHouseEndpoint#isPossible")
class ClickHouseWarehouseTest extends WarehouseContract {

  private static final URI NOBODY = URI.create("http://127.0.0.1:1");
  private static final Limits LIMITS = Limits.standard();

  private static String database;
  private static ClickHouseWarehouse warehouse;

  @BeforeAll
  static void connect() {
    database = TestServer.freeDatabase();
    try (ClickHouseWarehouse server = TestServer.warehouse("default")) {
      server.execute(Statement.of("CREATE DATABASE " + database));
    }
    warehouse = TestServer.warehouse(database);
  }

  @AfterAll
  static void disconnect() {
    warehouse.close();
  }

  @BeforeEach
  void emptyTable() {
    warehouse.execute(Statement.of("DROP TABLE IF EXISTS facts SYNC"));
    warehouse.execute(
        Statement.of(
            "CREATE TABLE facts (id UInt64, word String) ENGINE = MergeTree ORDER BY id"
                + " SETTINGS non_replicated_deduplication_window = 1000"));
  }

  @Override
  Warehouse warehouse() {
    return warehouse;
  }

  @Override
  Warehouse absent() {
    return TestServer.warehouse(NOBODY, "", database);
  }

  @Override
  List<String> words() {
    return ask("SELECT word FROM facts ORDER BY word").values("word", String.class);
  }

  private static QueryResult ask(String sql) {
    return warehouse.query(Statement.of(sql), LIMITS);
  }

  @Test
  void query_returnsTypedValues() {
    QueryResult result =
        ask(
            """
            SELECT toUInt8(7) AS a, toInt64(-8) AS b, toUInt64(9) AS c,
                   18446744073709551615 AS d, toDecimal64('12.3400', 4) AS e, toFloat64(0.5) AS f,
                   toFloat32(0.1) AS g, 'snow ☃' AS h, true AS i, toDate('2026-11-25') AS j,
                   toDateTime64('2026-11-25 01:02:03.456', 3, 'UTC') AS k,
                   toDateTime('2026-11-25 01:02:03', 'Asia/Tokyo') AS l,
                   [1, 2] AS m, ['x', 'y'] AS n, CAST(NULL AS Nullable(String)) AS o,
                   CAST('sale' AS Enum8('sale' = 1)) AS p, toLowCardinality('low') AS q,
                   (1, 'two') AS r, emptyArrayString() AS s
            """);
    assertThat(result.rows().getFirst())
        .isEqualTo(
            Arrays.asList(
                7L,
                -8L,
                9L,
                new BigInteger("18446744073709551615"),
                new BigDecimal("12.3400"),
                0.5,
                0.1,
                "snow ☃",
                true,
                LocalDate.of(2026, 11, 25),
                Instant.parse("2026-11-25T01:02:03.456Z"),
                Instant.parse("2026-11-24T16:02:03Z"),
                List.of(1L, 2L),
                List.of("x", "y"),
                null,
                "sale",
                "low",
                List.of(1L, "two"),
                List.of()));
    assertThat(result.columns()).contains(new QueryResult.Column("e", "Decimal(18, 4)"));
  }

  @Test
  void query_saysWhatItRead() {
    QueryResult result = ask("SELECT sum(number) FROM numbers(100000)");
    assertThat(result.rowsRead()).isEqualTo(100_000);
    assertThat(result.bytesRead()).isEqualTo(800_000);
    assertThat(result.took()).isPositive();
  }

  @Test
  void emptyAnswer_keepsItsColumns() {
    QueryResult result = ask("SELECT id, word FROM facts");
    assertThat(result.rows()).isEmpty();
    assertThat(result.columns()).extracting(QueryResult.Column::name).containsExactly("id", "word");
  }

  @Test
  void parameters_arriveAsTheyAre() {
    String nasty = "it's \\ a\ttab\nline\r \"quoted\" {x:String} 'OR 1=1-- 包";
    Statement statement =
        Statement.of(
                "SELECT {a:String} AS a, {b:Array(String)} AS b, {c:Array(Date)} AS c, {d:Int64} AS d,"
                    + " {e:DateTime64(3, 'UTC')} AS e, {f:Decimal(18, 4)} AS f, {g:Bool} AS g,"
                    + " {h:Array(UInt64)} AS h, {i:Array(String)} AS i, {j:Float64} AS j")
            .with("a", nasty)
            .with("b", List.of(nasty, "", "b"))
            .with("c", List.of(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 3)))
            .with("d", -5L)
            .with("e", Instant.parse("2026-11-25T01:02:03.456Z"))
            .with("f", new BigDecimal("1.25"))
            .with("g", true)
            .with("h", List.of(new BigInteger("18446744073709551615"), 3L))
            .with("i", List.of())
            .with("j", 0.25);
    assertThat(warehouse.query(statement, LIMITS).rows().getFirst())
        .isEqualTo(
            Arrays.asList(
                nasty,
                List.of(nasty, "", "b"),
                List.of(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 3)),
                -5L,
                Instant.parse("2026-11-25T01:02:03.456Z"),
                new BigDecimal("1.2500"),
                true,
                List.of(new BigInteger("18446744073709551615"), 3L),
                List.of(),
                0.25));
  }

  @Test
  void longParameter_arrives() {
    List<String> many = java.util.stream.IntStream.range(0, 5_000).mapToObj(i -> "p" + i).toList();
    Statement statement = Statement.of("SELECT length({a:Array(String)})").with("a", many);
    assertThat(warehouse.query(statement, LIMITS).single(Long.class)).isEqualTo(5_000);
  }

  @Test
  void execute_takesParameters() {
    warehouse.insert("facts", rows("one", "two"), "a");
    warehouse.execute(
        Statement.of("ALTER TABLE facts DELETE WHERE word = {word:String}").with("word", "one"));
    assertThat(words()).containsExactly("two");
  }

  @Test
  void tooLong_isStoppedByTheServer() {
    Statement slow = Statement.of("SELECT sum(sipHash64(number)) FROM numbers(200000000000)");
    Limits short_ = new Limits(Duration.ofMillis(300), 10, 1L << 30, Long.MAX_VALUE);
    assertFails(Kind.LIMIT, () -> warehouse.query(slow, short_));
  }

  @Test
  void tooManyRows_isALimit() {
    Statement many = Statement.of("SELECT number FROM numbers(1000)");
    assertFails(Kind.LIMIT, () -> warehouse.query(many, LIMITS.withResultRows(999)));
    assertThat(warehouse.query(many, LIMITS.withResultRows(1000)).rows()).hasSize(1000);
  }

  @Test
  void tooMuchMemory_isALimit() {
    Statement big = Statement.of("SELECT groupArray(number) FROM numbers(10000000)");
    Limits small = new Limits(Duration.ofSeconds(10), 10, 10_000_000, Long.MAX_VALUE);
    assertFails(Kind.LIMIT, () -> warehouse.query(big, small));
  }

  @Test
  void tooManyRowsToRead_isALimit() {
    Statement big = Statement.of("SELECT count(), max(number) FROM numbers(10000000)");
    Limits small = new Limits(Duration.ofSeconds(10), 10, 1L << 30, 1_000_000);
    assertFails(Kind.LIMIT, () -> warehouse.query(big, small));
  }

  @Test
  void badStatement_isInvalidAndSaysWhy() {
    assertFails(Kind.INVALID, () -> ask("SELECT nothing FROM facts"));
    assertFails(Kind.INVALID, () -> warehouse.insert("nowhere", rows("one"), "a"));
    assertFails(Kind.INVALID, () -> warehouse.execute(Statement.of("DROP TABLE nowhere")));
    assertThatExceptionOfType(WarehouseException.class)
        .isThrownBy(() -> ask("SELECT nothing FROM facts"))
        .withMessageContaining("query failed")
        .withMessageContaining("nothing");
  }

  @Test
  void query_canChangeNothing() {
    assertFails(Kind.INVALID, () -> ask("DROP TABLE facts"));
    assertFails(Kind.INVALID, () -> ask("INSERT INTO facts VALUES (1, 'x')"));
    assertThat(words()).isEmpty();
  }

  @Test
  void unknownColumn_isInvalid() {
    Rows rows = Rows.of(List.of("{\"id\":1,\"nonsense\":true}"));
    assertFails(Kind.INVALID, () -> warehouse.insert("facts", rows, "a"));
  }

  @Test
  void rotatedPassword_isAskedForAgain() {
    AtomicReference<String> password = new AtomicReference<>("old");
    try (ClickHouseWarehouse rotated =
        ClickHouseWarehouse.connect(TestServer.config(TestServer.url(), database), password::get)) {
      assertFails(Kind.INVALID, () -> rotated.query(Statement.of("SELECT 1"), LIMITS));
      password.set(TestServer.password());
      assertThat(rotated.query(Statement.of("SELECT 1"), LIMITS).single(Long.class)).isEqualTo(1);
    }
  }

  @Test
  void killedServer_isUnavailableUntilItIsBack(@TempDir Path folder) {
    try (ClickHouseEndpoint server = ClickHouseEndpoint.start(folder);
        ClickHouseWarehouse own =
            TestServer.warehouse(server.url(), server.password(), "default")) {
      own.execute(
          Statement.of(
              "CREATE TABLE facts (id UInt64, word String) ENGINE = MergeTree ORDER BY id"));
      own.insert("facts", rows("one"), "a");
      assertThat(own.answers(Duration.ofSeconds(2))).isTrue();
      server.kill();
      assertFails(Kind.UNAVAILABLE, () -> own.insert("facts", rows("two"), "b"));
      assertThat(own.answers(Duration.ofSeconds(2))).isFalse();
      server.restart();
      own.insert("facts", rows("one"), "a");
      own.insert("facts", rows("two"), "b");
      assertThat(
              own.query(Statement.of("SELECT word FROM facts ORDER BY word"), LIMITS)
                  .values("word", String.class))
          .containsExactly("one", "two");
    }
  }
}
