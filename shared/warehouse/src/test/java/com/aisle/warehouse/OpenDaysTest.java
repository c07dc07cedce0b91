package com.aisle.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("com.aisle.local.launcher.ClickHouseEndpoint#isPossible")
class OpenDaysTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private static ClickHouseWarehouse warehouse;

  @BeforeAll
  static void migrate() {
    String database = TestServer.freeDatabase();
    Migrations.apply(TestServer.config(TestServer.url(), database), TestServer::password);
    warehouse = TestServer.warehouse(database);
  }

  @AfterAll
  static void disconnect() {
    warehouse.close();
  }

  @BeforeEach
  void empty() {
    warehouse.execute(Statement.of("TRUNCATE TABLE touched_days"));
    warehouse.execute(Statement.of("TRUNCATE TABLE rolled_up_days"));
  }

  private static void note(String table, String day, String time) {
    String row = "{\"day\":\"%s\",\"at\":\"2026-11-25 %s\"}".formatted(day, time);
    warehouse.insert(table, Rows.of(List.of(row)), table + day + time);
  }

  private static List<LocalDate> open() {
    return new OpenDays(warehouse).within(MONDAY, MONDAY.plusDays(3), Limits.standard());
  }

  @Test
  void untouchedDay_isClosed() {
    assertThat(open()).isEmpty();
  }

  @Test
  void dayNeverRolledUp_isOpen() {
    note("touched_days", "2026-11-23", "10:00:00.000");
    note("touched_days", "2026-11-24", "10:00:00.000");
    note("rolled_up_days", "2026-11-24", "12:00:00.000");
    assertThat(open()).containsExactly(MONDAY);
  }

  @Test
  void dayTouchedWithinAMinuteBeforeItsRollUp_isOpen() {
    note("rolled_up_days", "2026-11-23", "12:00:00.000");
    note("touched_days", "2026-11-23", "11:59:00.000");
    assertThat(open()).isEmpty();
    note("touched_days", "2026-11-23", "11:59:00.001");
    assertThat(open()).containsExactly(MONDAY);
    note("rolled_up_days", "2026-11-23", "12:01:00.000");
    assertThat(open()).isEmpty();
  }

  @Test
  void daysOutsideTheRange_areNotAskedFor() {
    note("touched_days", "2026-11-22", "10:00:00.000");
    note("touched_days", "2026-11-27", "10:00:00.000");
    assertThat(open()).isEmpty();
  }

  @Test
  void dayTouchedWithinTheLastMinute_isNotSettled() {
    note("touched_days", "2026-11-23", "10:00:00.000");
    note("touched_days", "2026-11-24", "10:00:30.000");
    note("touched_days", "2026-11-20", "09:00:00.000");
    note("rolled_up_days", "2026-11-20", "09:30:00.000");
    OpenDays days = new OpenDays(warehouse);
    Instant now = Instant.parse("2026-11-25T10:01:00Z");
    assertThat(days.settled(now, Limits.standard())).containsExactly(MONDAY);
    assertThat(days.settled(now.plusSeconds(30), Limits.standard()))
        .containsExactly(MONDAY, MONDAY.plusDays(1));
  }
}
