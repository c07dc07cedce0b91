package com.aisle.rollups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aisle.rollups.RollupsService.Outcome;
import com.aisle.warehouse.Limits;
import com.aisle.warehouse.OpenDays;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import com.aisle.warehouse.WarehouseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("com.aisle.local.launcher.ClickHouseEndpoint#isPossible")
class RollupsServiceTest {

  private static final long SEED = 20261124;
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final LocalDate THURSDAY = MONDAY.plusDays(3);
  private static final List<LocalDate> DAYS = List.of(MONDAY, TUESDAY, THURSDAY);
  private static final RollupsConfig CONFIG =
      new RollupsConfig(Duration.ofSeconds(40), Duration.ofSeconds(60));

  private static TestWarehouse shop;

  private Instant now;
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private RollupsService service;

  @BeforeAll
  static void start() {
    shop = new TestWarehouse();
  }

  @AfterAll
  static void stop() {
    shop.close();
  }

  @BeforeEach
  void threeDays() {
    shop.empty();
    // Later in each test than in the one before, since a lease outlives the test that took it.
    now = Instant.now();
    service = service(shop.warehouse, clock);
    Random random = new Random(SEED);
    for (LocalDate day : DAYS) {
      for (int i = 0; i < 8; i++) {
        visit(day, random.nextInt(24), 1 + random.nextInt(5));
      }
      shop.touch(day.toString(), now.minusSeconds(120));
    }
  }

  private static RollupsService service(Warehouse warehouse, Clock clock) {
    return new RollupsService(
        warehouse, CONFIG, clock, () -> UUID.randomUUID().toString().replace("-", ""));
  }

  private static void visit(LocalDate day, int hour, int client) {
    String start = "%s %02d:%02d:".formatted(day, hour, client);
    int session = client * 100 + hour;
    shop.event(start + "00.000", "page_view", "client", client, "session", session);
    shop.search(
        start + "01.000", "q" + start, "mug", "client", client, "session", session, "hits", 3);
    shop.event(
        start + "02.000",
        "click",
        "client",
        client,
        "session",
        session,
        "product",
        "mug",
        "query_id",
        "q" + start,
        "position",
        1);
    shop.event(
        start + "03.000", "product_view", "client", client, "session", session, "product", "mug");
    shop.event(
        start + "04.000",
        "recommendation_click",
        "client",
        client,
        "session",
        session,
        "product",
        "lamp",
        "recommendation_kind",
        "similar");
    shop.line(start + "05.000", "sale", "o" + start, 1, "mug", "client", client);
  }

  private List<LocalDate> open() {
    return new OpenDays(shop.warehouse).within(MONDAY, THURSDAY, Limits.standard());
  }

  /** What a roll-up holds must be what its view says about the rows. */
  private static void assertEqualToRows() {
    for (Rollup rollup : Rollup.values()) {
      String others = rollup == Rollup.RETENTION ? ", open = %s".formatted(array(DAYS)) : "";
      String view = "%s(days = %s%s)".formatted(rollup.view(), array(DAYS), others);
      assertThat(shop.ask(select(rollup, rollup.table())))
          .as("%s, seed %d", rollup, SEED)
          .isNotEmpty()
          .isEqualTo(shop.ask(select(rollup, view)));
    }
  }

  private static String array(List<LocalDate> days) {
    return days.stream().map(day -> "'" + day + "'").toList().toString();
  }

  private static String select(Rollup rollup, String source) {
    List<String> columns =
        shop.ask(
            "SELECT if(startsWith(type, 'AggregateFunction'), 'finalizeAggregation(' || name || ')', name)"
                + " FROM system.columns WHERE database = currentDatabase() AND table = '%s' ORDER BY position"
                    .formatted(rollup.table()));
    return "SELECT %s FROM %s ORDER BY ALL".formatted(String.join(", ", columns), source);
  }

  private static List<String> everything() {
    List<String> rows = new ArrayList<>();
    for (Rollup rollup : Rollup.values()) {
      rows.addAll(shop.ask(select(rollup, rollup.table())));
    }
    return rows;
  }

  @Test
  void settledDays_areCountedAsTheirRowsAre() {
    assertThat(service.rollUpSettled()).isEqualTo(new Outcome(DAYS, 0, false));
    assertEqualToRows();
    assertThat(open()).isEmpty();
    assertThat(service.rollUpSettled().days()).isEmpty();
    assertThat(shop.ask("SELECT count(), min(first_day) FROM people FINAL"))
        .containsExactly("5|2026-11-23");
    assertThat(shop.ask("SELECT count(), min(first_day) FROM customers FINAL"))
        .containsExactly("5|2026-11-23");
  }

  @Test
  void lateEvent_opensItsDayAndTheRepetitionCountsIt() {
    service.rollUpSettled();
    now = now.plusSeconds(300);
    visit(MONDAY, 5, 77);
    shop.touch(MONDAY.toString(), now);
    assertThat(open()).containsExactly(MONDAY);
    assertThat(service.rollUpSettled().days()).as("not settled yet").isEmpty();
    now = now.plusSeconds(60);
    assertThat(service.rollUpSettled().days()).containsExactly(MONDAY);
    assertEqualToRows();
    assertThat(open()).isEmpty();
  }

  /** Whoever turns out to have been there before is no newcomer on the days after. */
  @Test
  void lateEventOfAnEarlierDay_movesTheFirstDayOfPeople() {
    visit(TUESDAY, 6, 88);
    visit(THURSDAY, 6, 88);
    shop.flush();
    service.rollUpSettled();
    assertThat(shop.ask("SELECT min(first_day) FROM people WHERE person = 88"))
        .containsExactly("2026-11-24");
    now = now.plusSeconds(300);
    visit(MONDAY, 6, 88);
    shop.touch(MONDAY.toString(), now.minusSeconds(60));
    assertThat(service.rollUpSettled().days()).containsExactly(MONDAY);
    assertThat(shop.ask("SELECT min(first_day) FROM people WHERE person = 88"))
        .containsExactly("2026-11-23");
    assertEqualToRows();
  }

  @Test
  void replay_changesNothing() {
    service.rollUpSettled();
    List<String> before = everything();
    Random random = new Random(SEED);
    now = now.plusSeconds(300);
    for (LocalDate day : DAYS) {
      for (int i = 0; i < 8; i++) {
        visit(day, random.nextInt(24), 1 + random.nextInt(5));
      }
      shop.touch(day.toString(), now.minusSeconds(60));
    }
    assertThat(service.rollUpSettled().days()).isEqualTo(DAYS);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void erasedRows_vanish() {
    visit(TUESDAY, 6, 99);
    shop.flush();
    service.rollUpSettled();
    assertThat(shop.ask("SELECT count() FROM rollup_sessions WHERE person = 99"))
        .containsExactly("1");
    now = now.plusSeconds(300);
    for (String table : List.of("events", "searches", "order_lines", "people", "customers")) {
      shop.warehouse.execute(
          Statement.of("ALTER TABLE %s DELETE WHERE person = 99".formatted(table)));
    }
    shop.touch(TUESDAY.toString(), now.minusSeconds(60));
    service.rollUpSettled();
    assertThat(
            shop.ask(
                "SELECT (SELECT count() FROM rollup_sessions WHERE person = 99),"
                    + " (SELECT count() FROM rollup_sales WHERE person = 99)"))
        .containsExactly("0|0");
    assertEqualToRows();
  }

  @Test
  void dayWithoutRowsAnyMore_isEmptied() {
    service.rollUpSettled();
    for (String table : List.of("events", "searches", "order_lines")) {
      shop.warehouse.execute(
          Statement.of("ALTER TABLE %s DELETE WHERE day = '%s'".formatted(table, THURSDAY)));
    }
    service.rollUp(List.of(THURSDAY));
    for (Rollup rollup : Rollup.values()) {
      assertThat(shop.ask("SELECT max(day) FROM " + rollup.table()))
          .as(rollup.table())
          .containsExactly(TUESDAY.toString());
    }
  }

  /** Dies at one statement after the other, until a run gets through. */
  @Test
  void runThatDies_isMadeGoodByTheNext() {
    int deaths = 0;
    for (int statement = 2; !open().isEmpty(); statement += 17) {
      Dying dying = new Dying(shop.warehouse, statement);
      try {
        service(dying, clock).rollUpSettled();
      } catch (WarehouseException e) {
        deaths++;
        assertThat(e).hasMessage("died");
      }
    }
    assertThat(deaths).isGreaterThan(3);
    assertEqualToRows();
  }

  @Test
  void twoRunsAtOnce_endAsOne() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Callable<Outcome> run = () -> service(shop.warehouse, Clock.systemUTC()).rollUp(DAYS);
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> outcome : threads.invokeAll(List.of(run, run))) {
        outcomes.add(outcome.get());
      }
      assertThat(outcomes).anyMatch(outcome -> outcome.days().equals(DAYS));
      assertThat(outcomes).allMatch(outcome -> outcome.busy() || outcome.days().equals(DAYS));
    }
    assertEqualToRows();
    assertThat(
            shop.ask(
                "SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'staging%'"))
        .isEmpty();
  }

  @Test
  void dayThatIsAskedForBeforeItSettled_isCountedAndStaysOpen() {
    shop.touch(TUESDAY.toString(), now);
    assertThat(service.rollUp(List.of(TUESDAY)).days()).containsExactly(TUESDAY);
    assertThat(open()).containsExactly(MONDAY, TUESDAY, THURSDAY);
  }

  @Test
  void budget_leavesTheRestToTheNextRun() {
    Clock hasty =
        ((InstantSource)
                () -> {
                  now = now.plusSeconds(21);
                  return now;
                })
            .withZone(ZoneOffset.UTC);
    Outcome outcome = service(shop.warehouse, hasty).rollUpSettled();
    assertThat(outcome).isEqualTo(new Outcome(List.of(MONDAY), 2, false));
    assertThat(open()).containsExactly(TUESDAY, THURSDAY);
  }

  @Test
  void awayWarehouse_isAnError() {
    Dying dead = new Dying(shop.warehouse, 0);
    assertThatExceptionOfType(WarehouseException.class)
        .isThrownBy(() -> service(dead, clock).rollUp(DAYS));
  }

  @Test
  void handler_takesTheScheduleAndListsOfDays() {
    RollupsHandler handler = new RollupsHandler(service);
    Function<String, Object> days = event -> handler.apply(event).get("days");
    assertThat(days.apply("{\"action\":\"rollup\",\"days\":[\"2026-11-23\"]}"))
        .isEqualTo(List.of("2026-11-23"));
    assertThat(days.apply("{\"action\":\"rollup\"}"))
        .isEqualTo(List.of("2026-11-24", "2026-11-26"));
    for (String bad :
        List.of(
            "{}",
            "{\"action\":\"x\"}",
            "{\"action\":\"rollup\",\"days\":[]}",
            "{\"action\":\"rollup\",\"days\":[\"yesterday\"]}")) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> handler.apply(bad));
    }
  }
}
