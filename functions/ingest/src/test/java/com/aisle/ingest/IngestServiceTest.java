package com.aisle.ingest;

import static com.aisle.ingest.Messages.NOON;
import static com.aisle.ingest.Messages.event;
import static com.aisle.ingest.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.events.BehaviourMessage.Kind;
import com.aisle.messaging.testing.RecordingFailedMessages;
import com.aisle.warehouse.Limits;
import com.aisle.warehouse.QueryResult;
import com.aisle.warehouse.Rows;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import com.aisle.warehouse.WarehouseException;
import com.aisle.warehouse.testing.FakeWarehouse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IngestServiceTest {

  private final FakeWarehouse warehouse = new FakeWarehouse();
  private final RecordingFailedMessages failed = new RecordingFailedMessages();
  private final IngestService service = service(warehouse);

  private IngestService service(Warehouse store) {
    AtomicInteger ids = new AtomicInteger();
    return new Ports(
            store,
            failed,
            () -> Messages.PSEUDONYMS,
            Clock.fixed(NOON, ZoneOffset.UTC),
            () -> "id-" + ids.incrementAndGet())
        .service(IngestConfigTest.config());
  }

  @Test
  void batch_isOneInsertForEachTable_betweenTheTouchedDays() {
    assertThat(
            service.handle(
                List.of(
                    message("1", Messages.events("e1", "e2")),
                    message("2", Messages.events("e2", "e3")),
                    message("3", Messages.envelope("OrderPlaced", Messages.ORDER)),
                    message("4", Messages.envelope("OrderRefunded", Messages.REFUND)))))
        .isEmpty();

    assertThat(ids("events", "event_id")).containsExactly("e1", "e2", "e3");
    assertThat(ids("orders", "event_id")).containsExactly("OrderPlaced:o1", "OrderRefunded:o1:r1");
    assertThat(ids("order_lines", "amount")).containsExactly("5.10", "0.1000", "-2.55");
    assertThat(ids("touched_days", "day"))
        .containsExactly("2026-11-25", "2026-11-26", "2026-11-25", "2026-11-26");
    assertThat(failed.reasons()).isEmpty();
  }

  @Test
  void sameMessagesAgain_otherwiseOrdered_storeNothingTwice() {
    service.handle(
        List.of(message("1", Messages.events("e1", "e2")), message("2", Messages.events("e3"))));
    service.handle(
        List.of(message("2", Messages.events("e3")), message("1", Messages.events("e1", "e2"))));
    assertThat(ids("events", "event_id")).containsExactly("e1", "e2", "e3");
  }

  @Test
  void answerThatWasLost_isNoSecondRow() {
    warehouse.loseNextAnswer();
    List<String> again = service.handle(List.of(message("1", Messages.events("e1"))));
    assertThat(again).containsExactly("1");
    assertThat(service.handle(List.of(message("1", Messages.events("e1"))))).isEmpty();
    assertThat(ids("events", "event_id")).containsExactly("e1");
  }

  @Test
  void warehouseAway_everyReadableMessageComesAgainSoon_andPoisonIsKept() {
    warehouse.goAway();
    List<String> again =
        service.handle(
            List.of(
                message("1", Messages.events("e1")),
                message("2", "poison"),
                message("3", Messages.envelope("OrderPlaced", Messages.ORDER))));
    assertThat(again).containsExactlyInAnyOrder("1", "3");
    assertThat(failed.reasons()).containsOnlyKeys("2");
    assertThat(failed.delays()).containsEntry("1", Duration.ofSeconds(1));
  }

  @Test
  void badOrder_isKeptWithItsReason_andItsMessageIsDone() {
    String bad = Messages.ORDER.replace("\"quantity\":2", "\"quantity\":-2");
    assertThat(
            service.handle(
                List.of(
                    message("1", Messages.envelope("OrderPlaced", bad)),
                    message("2", Messages.envelope("OrderPlaced", Messages.ORDER)))))
        .isEmpty();
    Map<String, Object> rejected = warehouse.rows("rejected_events").getFirst();
    assertThat(rejected)
        .containsEntry("source", "orders")
        .containsEntry("event_id", "OrderPlaced:o1")
        .containsEntry("rejected_at", "2026-11-25 12:00:00.000")
        .containsEntry("user", Long.toUnsignedString(Messages.PSEUDONYMS.user("anna")));
    assertThat(String.valueOf(rejected.get("reason"))).startsWith("/lines/0/quantity: ");
    assertThat(ids("orders", "event_id")).containsExactly("OrderPlaced:o1");
    assertThat(failed.reasons()).isEmpty();
  }

  @Test
  void rowThatTheWarehouseRefuses_isKept_andTheOthersAreIn() {
    Refusing refusing = new Refusing(warehouse);
    assertThat(
            service(refusing)
                .handle(
                    List.of(
                        message("1", Messages.events("e1", "e2", "e3")),
                        message(
                            "2",
                            Messages.body(Kind.EVENTS, event("e4", "poison", NOON), event("e5"))))))
        .isEmpty();
    assertThat(ids("events", "event_id")).containsExactlyInAnyOrder("e1", "e2", "e3", "e5");
    assertThat(ids("rejected_events", "event_id")).containsExactly("e4");
    assertThat(ids("rejected_events", "reason")).containsExactly("unknown action");
  }

  @Test
  void warehouseThatRefusesEverything_isNotTheRowsFault() {
    Refusing refusing = new Refusing(warehouse);
    refusing.refuseAll = true;
    assertThat(service(refusing).handle(List.of(message("1", Messages.events("e1")))))
        .containsExactly("1");
    assertThat(warehouse.rows("rejected_events")).isEmpty();
  }

  private List<Object> ids(String table, String column) {
    return warehouse.rows(table).stream().map(row -> row.get(column)).toList();
  }

  /** Refuses blocks that hold poison, like a server that cannot parse them. */
  private static final class Refusing implements Warehouse {

    private final Warehouse warehouse;
    private boolean refuseAll;

    Refusing(Warehouse warehouse) {
      this.warehouse = warehouse;
    }

    @Override
    public void insert(String table, Rows rows, String token) {
      boolean poison = new String(rows.json(), StandardCharsets.UTF_8).contains("poison");
      if (table.equals("events") && (poison || refuseAll)) {
        throw new WarehouseException(WarehouseException.Kind.INVALID, "unknown action", null);
      }
      warehouse.insert(table, rows, token);
    }

    @Override
    public QueryResult query(Statement statement, Limits limits) {
      return warehouse.query(statement, limits);
    }

    @Override
    public void execute(Statement statement) {
      warehouse.execute(statement);
    }
  }
}
