package com.aisle.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aisle.warehouse.WarehouseException.Kind;
import com.aisle.warehouse.testing.FakeWarehouse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("com.aisle.local.launcher.ClickHouseEndpoint#isPossible")
class MigrationsTest {

  private static final Migration FIRST =
      Migration.of(
          "0001_first.sql",
          "CREATE TABLE IF NOT EXISTS a (x UInt8) ENGINE = MergeTree ORDER BY x;\n");
  private static final Migration SECOND =
      Migration.of("0002_second.sql", "ALTER TABLE a ADD COLUMN IF NOT EXISTS y UInt8;\n");

  private String database;
  private ClickHouseWarehouse warehouse;

  @BeforeEach
  void connect() {
    database = TestServer.freeDatabase();
    try (ClickHouseWarehouse server = TestServer.warehouse("default")) {
      server.execute(Statement.of("CREATE DATABASE " + database));
    }
    warehouse = TestServer.warehouse(database);
  }

  @AfterEach
  void disconnect() {
    warehouse.close();
  }

  private Migrations migrations(Warehouse target, List<Migration> files) {
    return new Migrations(
        target, files, Clock.systemUTC(), Duration.ofSeconds(30), Duration.ofSeconds(60));
  }

  private List<String> tables() {
    return warehouse
        .query(
            Statement.of("SELECT name FROM system.tables WHERE database = {d:String} ORDER BY name")
                .with("d", database),
            Limits.standard())
        .values("name", String.class);
  }

  @Test
  void apply_runsWhatIsMissingOnce() {
    assertThat(migrations(warehouse, List.of(FIRST)).apply()).containsExactly("0001_first.sql");
    assertThat(migrations(warehouse, List.of(FIRST, SECOND)).apply())
        .containsExactly("0002_second.sql");
    assertThat(migrations(warehouse, List.of(FIRST, SECOND)).apply()).isEmpty();
    assertThat(tables()).contains("a", "schema_migrations");
  }

  @Test
  void editedFile_isAnErrorThatNamesIt() {
    migrations(warehouse, List.of(FIRST)).apply();
    Migration edited = Migration.of("0001_first.sql", FIRST.sql() + "-- and more\n");
    assertThatExceptionOfType(WarehouseException.class)
        .isThrownBy(() -> migrations(warehouse, List.of(edited, SECOND)).apply())
        .withMessageContaining("0001_first.sql was changed after it was applied")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.INVALID));
  }

  @Test
  void brokenStatement_isNamedAndTheRestWaits() {
    Migration broken = Migration.of("0002_broken.sql", "SELECT 1;\nCREATE NONSENSE;\n");
    Migration third = Migration.of("0003_third.sql", "DROP TABLE a;\n");
    assertThatExceptionOfType(WarehouseException.class)
        .isThrownBy(() -> migrations(warehouse, List.of(FIRST, broken, third)).apply())
        .withMessageContaining("0002_broken.sql, statement 2");
    assertThat(tables()).contains("a");
    assertThat(migrations(warehouse, List.of(FIRST, SECOND)).apply())
        .containsExactly("0002_second.sql");
  }

  /** Runs from several places at once: each file's statements run once, and all see the end. */
  @Test
  void manyAtOnce_applyEachFileOnce() throws Exception {
    int runners = 6;
    List<Migration> files = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      // Without IF NOT EXISTS, so that a second run of the statement would fail.
      files.add(
          Migration.of(
              "000%d_table.sql".formatted(i),
              "CREATE TABLE t%d (x UInt8) ENGINE = MergeTree ORDER BY x;\n".formatted(i)));
    }
    AtomicInteger applied = new AtomicInteger();
    CountDownLatch together = new CountDownLatch(runners);
    try (ExecutorService threads = Executors.newFixedThreadPool(runners)) {
      List<Callable<Integer>> runs = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        runs.add(
            () -> {
              try (ClickHouseWarehouse own = TestServer.warehouse(database)) {
                together.countDown();
                together.await();
                return applied.addAndGet(migrations(own, files).apply().size());
              }
            });
      }
      for (Future<Integer> run : threads.invokeAll(runs)) {
        run.get();
      }
    }
    assertThat(applied.get()).isEqualTo(3);
    assertThat(tables()).contains("t1", "t2", "t3");
  }

  @Test
  void leaseOfTheDead_isTakenOverWhenItsTimeIsOver() {
    Lease.acquire(
        warehouse, "schema", Clock.systemUTC(), Duration.ofMillis(1500), Duration.ofSeconds(5));
    assertThat(migrations(warehouse, List.of(FIRST)).apply()).containsExactly("0001_first.sql");
  }

  @Test
  void heldLease_isNamedWhenPatienceIsOver() {
    try (Lease held =
        Lease.acquire(
            warehouse, "schema", Clock.systemUTC(), Duration.ofMinutes(1), Duration.ofSeconds(5))) {
      held.renew();
      Migrations impatient =
          new Migrations(
              warehouse,
              List.of(FIRST),
              Clock.systemUTC(),
              Duration.ofMinutes(1),
              Duration.ofMillis(600));
      assertThatExceptionOfType(WarehouseException.class)
          .isThrownBy(impatient::apply)
          .withMessageContaining("somebody else has held the lease schema");
    }
    assertThat(migrations(warehouse, List.of(FIRST)).apply()).containsExactly("0001_first.sql");
  }

  @Test
  void lostLease_isNoticedWhenRenewed() {
    Lease slow =
        Lease.acquire(
            warehouse, "other", Clock.systemUTC(), Duration.ofMillis(1), Duration.ofSeconds(5));
    try (Lease quick =
        Lease.acquire(
            warehouse, "other", Clock.systemUTC(), Duration.ofMinutes(1), Duration.ofSeconds(5))) {
      quick.renew();
      assertThat(Lease.tryAcquire(warehouse, "other", Clock.systemUTC(), Duration.ofMinutes(1)))
          .isEmpty();
      assertThatExceptionOfType(WarehouseException.class)
          .isThrownBy(slow::renew)
          .withMessageContaining("was lost");
    }
    try (Lease another =
        Lease.acquire(
            warehouse, "other", Clock.systemUTC(), Duration.ofMinutes(1), Duration.ZERO)) {
      another.renew();
    }
  }

  @Test
  void realFiles_makeTheDatabaseAndCanBeRunAgain() {
    String fresh = TestServer.freeDatabase();
    Map<String, String> env =
        Map.of(
            "AISLE_CLICKHOUSE_URL",
            TestServer.url().toString(),
            "AISLE_CLICKHOUSE_USER",
            "aisle",
            "AISLE_CLICKHOUSE_PASSWORD",
            TestServer.password(),
            "AISLE_CLICKHOUSE_DATABASE",
            fresh);
    assertThat(MigrateMain.run(env)).isZero();
    assertThat(Migrations.apply(WarehouseConfig.from(env), TestServer::password)).isEmpty();
    try (ClickHouseWarehouse migrated = TestServer.warehouse(fresh)) {
      assertThat(
              migrated
                  .query(Statement.of("SELECT count() FROM rollup_sales"), Limits.standard())
                  .single(Long.class))
          .isZero();
    }
  }

  @Test
  void unreachableServer_isExitCodeTwo() {
    assertThat(MigrateMain.run(Map.of("AISLE_CLICKHOUSE_URL", "http://127.0.0.1:1"))).isEqualTo(2);
    assertThat(MigrateMain.run(Map.of())).isEqualTo(2);
  }

  @Test
  void awayWarehouse_isUnavailable() {
    FakeWarehouse away = new FakeWarehouse();
    away.goAway();
    assertThatExceptionOfType(WarehouseException.class)
        .isThrownBy(() -> migrations(away, List.of(FIRST)).apply())
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
  }
}
